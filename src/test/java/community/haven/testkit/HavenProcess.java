package community.haven.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged Haven in a process of its own, as an operator starts it. Its output is a file, so it survives every end. */
public final class HavenProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final Path LOGS = Path.of("target", "haven-logs");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ADDRESS = Pattern.compile("Haven is open: (\\S+)");
    private static final Pattern SETUP_CODE = Pattern.compile("Enter this code at\\s+\\S+\\s+(\\S+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Path output;
    private final Process process;

    private HavenProcess(Path folder, Path output, Process process) {
        this.folder = folder;
        this.output = output;
        this.process = process;
    }

    /** Starts Haven on the data folder and a free port, and returns at once. */
    public static HavenProcess start(Path folder) {
        return of(folder).start();
    }

    public static Starter of(Path folder) {
        return new Starter(folder);
    }

    /** What is different from an ordinary start. */
    public static final class Starter {

        private final Path folder;
        private final Map<String, String> environment = new HashMap<>();
        private final List<String> prefix = new ArrayList<>();
        private final List<String> options = new ArrayList<>();
        private String port = "0";

        private Starter(Path folder) {
            this.folder = folder.toAbsolutePath();
        }

        public Starter with(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        /** A system property. */
        public Starter option(String name, String value) {
            options.add("-D" + name + "=" + value);
            return this;
        }

        /** A fixed port, for clients that come back to the same address after a restart. */
        public Starter port(int fixed) {
            port = Integer.toString(fixed);
            return this;
        }

        /** Another program in front, such as one that changes the user. */
        public Starter behind(String... command) {
            prefix.addAll(List.of(command));
            return this;
        }

        public HavenProcess start() {
            try {
                Files.createDirectories(folder.getParent());
                Path output = Files.createTempFile(Files.createDirectories(LOGS), "haven-", ".log");
                ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().put("HAVEN_DATA_FOLDER", folder.toString());
                // Tests say more in a minute than people do.
                builder.environment().put("HAVEN_CONVERSATION_LIMITS_MESSAGES", "1000000/1m");
                builder.environment().putAll(environment);
                return new HavenProcess(folder, output, builder.start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<String> command() {
            List<String> command = new ArrayList<>(prefix);
            command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
            command.addAll(options);
            command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", JAR.toString()));
            return command;
        }
    }

    /** Returns when people can use it. */
    public HavenProcess waitUntilReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .failFast(() -> assertThat(process.isAlive()).as(this::describe).isTrue())
                .until(() -> found(ADDRESS).isPresent() && status("/q/health/ready") == 200);
        return this;
    }

    /** Without a slash at its end. */
    public URI address() {
        return URI.create(found(ADDRESS).orElseThrow(() -> new AssertionError(describe())));
    }

    /** What makes the first admin; empty when it was not printed. */
    public Optional<String> setupCode() {
        return found(SETUP_CODE);
    }

    public int status(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Everything that was printed so far. */
    public String stdout() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database servers that run out of this Haven's data folder, whoever started them. */
    public List<ProcessHandle> databases() {
        return ProcessHandle.allProcesses()
                .filter(other -> other.info().command().filter(program -> Path.of(program).startsWith(folder)).isPresent())
                .toList();
    }

    /** No goodbye of any kind. The database server, if it has one, stays behind. */
    public void kill9() {
        process.destroyForcibly();
        awaitExit();
    }

    /** As an operator or the operating system stops it; returns the exit code. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    public int awaitExit() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(this::describe).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves nothing running. */
    @Override
    public void close() {
        if (process.isAlive()) {
            kill9();
        }
        databases().forEach(ProcessHandle::destroyForcibly);
    }

    private Optional<String> found(Pattern pattern) {
        Matcher matcher = pattern.matcher(stdout());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private String describe() {
        return "Haven printed:\n" + stdout();
    }
}
