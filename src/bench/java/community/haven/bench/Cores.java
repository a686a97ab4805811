package community.haven.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/** Keeps a process on a core of its own, where the system has {@code taskset} and such a core. */
final class Cores {

    private final boolean available;

    private Cores(boolean available) {
        this.available = available;
    }

    static Cores find() {
        return new Cores(Runtime.getRuntime().availableProcessors() > 1 && succeeds("taskset", "--version"));
    }

    /** What to put before a command. */
    String[] prefix(String core) {
        return available ? new String[] { "taskset", "-c", core } : new String[0];
    }

    /** Moves a process that runs already, with all its threads. */
    void move(long pid, String core) {
        if (available && !succeeds("taskset", "-a", "-c", "-p", core, Long.toString(pid))) {
            throw new IllegalStateException("Process " + pid + " cannot be kept on core " + core);
        }
    }

    String describe(Settings settings) {
        return available
                ? "server on core %s, mariadbd on core %s, load on core %s".formatted(settings.serverCore(),
                        settings.databaseCore(), settings.loadCore())
                : "not pinned to cores (no taskset, or one core alone): figures of processor time are right, those of time are not";
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
