package community.haven.ops;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The processes whose program lies below one folder. A database server that Haven unpacked is recognised by that alone:
 * process numbers in files go stale, and no other program runs out of our data folder.
 */
final class ServerProcesses {

    /** A database with much to write out needs time; killing it earlier would only move the work to the next start. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Path programs;

    ServerProcesses(Path programs) {
        this.programs = programs;
    }

    boolean none() {
        return running().isEmpty();
    }

    /** Asks them to stop, waits until they have, and kills what does not. */
    void end() {
        running().forEach(ProcessHandle::destroy);
        if (!awaitEnd()) {
            running().forEach(ProcessHandle::destroyForcibly);
            awaitEnd();
        }
    }

    private List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().command().map(Path::of).filter(program -> program.startsWith(programs)).isPresent();
    }

    /** Looks for the program, not for the process number: an ended orphan that nobody collects keeps its number. */
    private boolean awaitEnd() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!none()) {
            if (System.nanoTime() > deadline || !paused()) {
                return false;
            }
        }
        return true;
    }

    private static boolean paused() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
