package community.haven.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and folders that nobody but their owner may open. Where the file system knows no POSIX permissions, the rights of
 * the folder around them are all there is.
 */
public final class OwnerOnly {

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private OwnerOnly() {
    }

    /** Makes the folder where there is none, and closes it to others. */
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        permit(folder, "rwx------");
        return folder;
    }

    /** Writes the file in one step: it is closed to others before the first byte is in it, and never there by half. */
    public static Path file(Path file, String content) throws IOException {
        Path part = empty(file.resolveSibling(file.getFileName() + ".part"));
        Files.writeString(part, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file with nothing in it yet, closed to others. */
    public static Path empty(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        permit(file, "rw-------");
        return file;
    }

    public static boolean holds(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null || OWNER.containsAll(view.readAttributes().permissions());
    }

    private static void permit(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
