package community.haven.ops;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import community.haven.shared.OwnerOnly;

/**
 * The folder that holds all that Haven keeps on this machine, claimed for this process until it is closed.
 * Closing it, or dying, sets it free: the claim is a lock of the operating system, not a file that could be left behind.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder where there is none, closes it to everybody but its owner, and claims it.
     *
     * @throws CannotStart when another Haven has it, or it cannot be written
     */
    public static DataFolder claim(Path folder) {
        try {
            Path path = OwnerOnly.folder(folder).toRealPath();
            FileChannel channel = FileChannel.open(path.resolve("haven.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new CannotStart("Another Haven is using the data folder " + path
                        + "; stop it first, or choose another folder with HAVEN_DATA_FOLDER.");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + folder.toAbsolutePath() + " cannot be used ("
                    + e.getClass().getSimpleName() + "); choose one that belongs to you with HAVEN_DATA_FOLDER.");
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** The unpacked database servers, one folder for each version. */
    Path servers() {
        return path.resolve("server");
    }

    Path database() {
        return path.resolve("database");
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    Path logs() {
        return path.resolve("logs");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }
}
