package community.haven.ops;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.runtime.ApplicationLifecycleManager;

/** What happens before Quarkus starts and after it has ended: the database is there first and goes last. */
public final class Startup {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private Startup() {
    }

    /**
     * Starts the embedded database, unless a database is configured. In dev mode the application is started again and
     * again in one process; from the second time on, the configured database is the one that the first start left running.
     *
     * @throws CannotStart with a sentence for the operator
     */
    public static void database() {
        keepEarlyLogShort();
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue(URL, String.class).isPresent()) {
            return;
        }
        DataFolder folder = DataFolder.claim(config.getOptionalValue("haven.data.folder", Path.class).orElse(Path.of("data")));
        EmbeddedDatabase database = EmbeddedDatabase.in(folder, Startup::say);
        endAfterQuarkus(database);
        say("Starting the database …");
        connect(database.start());
    }

    /** What is logged before Quarkus has set up its log is kept, and poured out in full if the start ends early. */
    private static void keepEarlyLogShort() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    private static void connect(EmbeddedDatabase database) {
        System.setProperty(URL, database.url());
        System.setProperty("quarkus.datasource.username", database.user());
        System.setProperty("quarkus.datasource.password", database.password());
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
