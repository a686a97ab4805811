package community.haven.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import community.haven.ops.DataFolder;
import community.haven.ops.EmbeddedDatabase;
import community.haven.testkit.Folders;
import community.haven.testkit.HavenProcess;

/**
 * The packaged Haven in a process of its own, on an empty data folder. Its embedded MariaDB is started from here instead of by
 * the server itself, with the same files and settings, so that the members can be put straight into its tables.
 */
final class Server implements AutoCloseable {

    /** Longer than any run: nobody's token is renewed. */
    private static final String TOKEN_LIFE = "12h";
    private static final Pattern LIVE_BYTES = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Path data;
    private final DataFolder databaseFolder;
    private final EmbeddedDatabase database;
    private final ProcessHandle databaseProcess;
    private final HavenProcess haven;

    private Server(Settings settings, Cores cores) throws IOException {
        Folders.delete(settings.folder().resolve("data"));
        Folders.delete(settings.folder().resolve("database").resolve("database"));
        data = settings.folder().resolve("data");
        databaseFolder = DataFolder.claim(settings.folder().resolve("database"));
        database = EmbeddedDatabase.in(databaseFolder, System.out::println).start();
        databaseProcess = ProcessHandle.current().children().filter(Server::isDatabase).findFirst().orElseThrow();
        cores.move(databaseProcess.pid(), settings.databaseCore());
        haven = HavenProcess.of(data).behind(cores.prefix(settings.serverCore()))
                .with("JAVA_TOOL_OPTIONS", "-Xmx1g " + settings.serverOptions())
                .option("haven.account.token.life", TOKEN_LIFE)
                .option("quarkus.datasource.jdbc.url", database.url())
                .option("quarkus.datasource.username", database.user())
                .option("quarkus.datasource.password", database.password())
                .start();
    }

    static Server start(Settings settings, Cores cores) throws IOException {
        Server server = new Server(settings, cores);
        server.haven.waitUntilReady();
        return server;
    }

    URI address() {
        return haven.address();
    }

    Path keys() {
        return data.resolve("keys");
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url() + "?rewriteBatchedStatements=true", database.user(),
                database.password());
    }

    /** Processor time since the start. */
    Spent spent() {
        return new Spent(cpu(ProcessHandle.of(haven.pid()).orElseThrow()), cpu(databaseProcess), cpu(ProcessHandle.current()));
    }

    /** What is left on the heap after everything that can be collected has been. */
    long liveBytes() {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "jcmd";
        try {
            Process jcmd = new ProcessBuilder(java, Long.toString(haven.pid()), "GC.class_histogram").start();
            String printed = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return LIVE_BYTES.matcher(printed).results().reduce((earlier, last) -> last).map(Server::number).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the process occupies in memory; 0 where the system does not say. */
    long residentBytes() {
        try {
            return RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(haven.pid()), "status"))).results()
                    .findFirst().map(Server::number).orElse(0L) * 1024;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long number(MatchResult found) {
        return Long.parseLong(found.group(1));
    }

    private static boolean isDatabase(ProcessHandle process) {
        return process.info().command().orElse("").contains("mariadbd");
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        haven.close();
        database.close();
        databaseFolder.close();
    }

    /** Processor time of each of the three processes. */
    record Spent(Duration server, Duration database, Duration load) {

        Spent since(Spent earlier) {
            return new Spent(server.minus(earlier.server), database.minus(earlier.database), load.minus(earlier.load));
        }
    }
}
