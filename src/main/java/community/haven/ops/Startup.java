package community.haven.ops;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import community.haven.mail.MailSettings;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;

/** What happens before Quarkus starts and after it has ended: the database is there first and goes last. */
public final class Startup {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    /** Set when the configured database is the embedded one, which an earlier start in this process left running. */
    private static final String EMBEDDED = "haven.database.embedded";

    private Startup() {
    }

    /**
     * Starts the embedded database, unless another one is configured. In dev mode the application is started again and
     * again in one process, and finds the database of the first time.
     *
     * @throws CannotStart with a sentence for the operator
     */
    public static void database() {
        keepEarlyLogShort();
        Config config = ConfigProvider.getConfig();
        Optional<String> url = config.getOptionalValue(URL, String.class);
        if (url.isEmpty()) {
            startEmbedded(config.getOptionalValue("haven.data.folder", Path.class).orElse(Path.of("data")));
        } else if (!Boolean.getBoolean(EMBEDDED)) {
            new ExternalDatabase(url.get(), text(config, USER), text(config, PASSWORD), Startup::say)
                    .check(config.getOptionalValue("haven.database.lazy-flush", ExternalDatabase.LazyFlush.class)
                            .orElse(ExternalDatabase.LazyFlush.REFUSE));
        }
    }

    /**
     * Looks whether mail is off or configured as a whole, before anything is started.
     *
     * @throws CannotStart with a sentence for the operator
     */
    public static void mail() {
        keepEarlyLogShort();
        MailSettings.of(ConfigProvider.getConfig()).complaint().ifPresent(complaint -> {
            throw new CannotStart(complaint);
        });
    }

    private static String text(Config config, String key) {
        return config.getOptionalValue(key, String.class).orElse("");
    }

    /** What is logged before Quarkus has set up its log is kept, and poured out in full if the start ends early. */
    private static void keepEarlyLogShort() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    private static void startEmbedded(Path path) {
        EmbeddedDatabase database = EmbeddedDatabase.in(DataFolder.claim(path), Startup::say);
        endAfterQuarkus(database);
        say("Starting the database …");
        database.start();
        database.keepAlive(() -> Quarkus.asyncExit(1));
        System.setProperty(URL, database.url());
        System.setProperty(USER, database.user());
        System.setProperty(PASSWORD, database.password());
        System.setProperty(EMBEDDED, "true");
    }

    /** The hooks of a JVM run side by side: ours waits for Quarkus, which tells its exit handler when it has ended. */
    private static void endAfterQuarkus(EmbeddedDatabase database) {
        CountDownLatch ended = new CountDownLatch(1);
        var exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> {
            ended.countDown();
            exit.accept(code, failure);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            awaitQuarkus(ended);
            database.close();
        }, "Stops the database"));
    }

    private static void awaitQuarkus(CountDownLatch ended) {
        try {
            if (ApplicationLifecycleManager.getCurrentApplication() != null) {
                ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
