package community.haven.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import community.haven.shared.OwnerOnly;

/** The folder where downloads wait. Nobody but its owner can open it, and nothing stays in it for long. */
@Singleton
class DownloadFiles {

    private static final String ENDING = ".zip";
    private static final String NODE = "node";

    private final Path folder;

    DownloadFiles(DownloadConfig config) {
        this.folder = config.folder().toAbsolutePath().normalize();
    }

    /** The name of this server, the same after a restart: what it had not finished then never will be. */
    UUID node() {
        Path file = folder.resolve(NODE);
        try {
            if (Files.notExists(file)) {
                OwnerOnly.file(OwnerOnly.folder(folder).resolve(NODE), UUID.randomUUID().toString());
            }
            return UUID.fromString(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty file to write into. */
    Path begin(UUID id) throws IOException {
        return OwnerOnly.empty(OwnerOnly.folder(folder).resolve(id + ".part"));
    }

    /** From here on it can be fetched. */
    Path finish(UUID id, Path part) throws IOException {
        return Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE);
    }

    Path file(UUID id) {
        return folder.resolve(id + ENDING);
    }

    /** Deletes whatever is not one of these. */
    void keepOnly(Set<UUID> ids) {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (!name.equals(NODE) && ids.stream().noneMatch(id -> name.startsWith(id.toString()))) {
                delete(file);
            }
        }
    }

    private List<Path> files() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
