package community.haven.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import community.haven.shared.OwnerOnly;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The folder of secrets: each is made when it is first asked for, and used only while nobody but its owner can read it. */
final class KeyFiles {

    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * @throws ConfigurationException with a sentence for the operator; Quarkus prints it without a stack trace
     */
    String read(String name, Supplier<String> firstContent) {
        Path file = folder.resolve(name);
        try {
            if (Files.notExists(file)) {
                OwnerOnly.file(OwnerOnly.folder(folder).resolve(name), firstContent.get());
            }
            check(folder, "700");
            check(file, "600");
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigurationException("Haven cannot use its key file " + file + " (" + e.getClass().getSimpleName()
                    + "); the folder must belong to the user that Haven runs as.");
        }
    }

    ConfigurationException broken(String name) {
        return new ConfigurationException("The key file " + folder.resolve(name)
                + " is damaged; put it back from a backup, or remove it, which signs everybody out.");
    }

    private static void check(Path path, String mode) throws IOException {
        if (!OwnerOnly.holds(path)) {
            throw new ConfigurationException("Others than the owner can open " + path
                    + ", where Haven's keys are; close it with 'chmod " + mode + " " + path + "' and start again.");
        }
    }
}
