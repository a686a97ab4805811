package community.haven.ops;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;

import org.mariadb.jdbc.Driver;

/** The configured database, looked at before anything is written to it. */
final class ExternalDatabase {

    /** After a power cut both machines start at once, and MariaDB may take its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long ASK_AGAIN_MILLIS = 500;

    /** What to do with a server that does not write every commit to its disk. */
    enum LazyFlush {
        REFUSE,
        WARN
    }

    private final String url;
    private final Properties account = new Properties();
    private final Consumer<String> progress;

    ExternalDatabase(String url, String user, String password, Consumer<String> progress) {
        this.url = url;
        this.progress = progress;
        account.setProperty("user", user);
        account.setProperty("password", password);
        account.setProperty("connectTimeout", "5000");
        account.setProperty("socketTimeout", "5000");
    }

    /**
     * @throws CannotStart when it does not answer, or is none that Haven can run on
     */
    void check(LazyFlush lazyFlush) {
        DatabaseFacts facts = facts();
        DatabasePolicy.refusal(facts).ifPresent(ExternalDatabase::refuse);
        DatabasePolicy.danger(facts).ifPresent(lazyFlush == LazyFlush.WARN ? progress : ExternalDatabase::refuse);
    }

    private DatabaseFacts facts() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (boolean first = true;; first = false) {
            try (Connection connection = connected()) {
                return DatabaseFacts.of(connection);
            } catch (SQLException e) {
                if (!isAbsent(e) || System.nanoTime() > deadline) {
                    throw new CannotStart("The configured database does not let Haven in: " + e.getMessage());
                }
                if (first) {
                    progress.accept("Waiting for the configured database …");
                }
                pause();
            }
        }
    }

    private Connection connected() throws SQLException {
        Connection connection = new Driver().connect(url, account);
        if (connection == null) {
            throw new CannotStart("The configured database's address must begin with jdbc:mariadb:.");
        }
        return connection;
    }

    /** SQLSTATE class 08: nobody listens there yet. Everything else, such as a wrong password, will not heal by waiting. */
    private static boolean isAbsent(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("08");
    }

    private static void pause() {
        try {
            Thread.sleep(ASK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.");
        }
    }

    private static void refuse(String sentence) {
        throw new CannotStart(sentence);
    }
}
