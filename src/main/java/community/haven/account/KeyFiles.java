package community.haven.account;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Supplier;

import community.haven.shared.OwnerOnly;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The folder of secrets: each is made when it is first asked for, and used only while nobody but its owner can read it.
 * Servers that share the folder make and change them one after the other.
 */
final class KeyFiles {

    private static final String LOCK = "lock";
    private static final int SECRET_BYTES = 32;

    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * @throws ConfigurationException with a sentence for the operator; Quarkus prints it without a stack trace
     */
    Stored read(String name, Supplier<String> firstContent) {
        Path file = folder.resolve(name);
        return using(file, () -> {
            if (Files.notExists(file)) {
                OwnerOnly.folder(folder);
                alone(() -> Files.notExists(file) ? OwnerOnly.file(file, firstContent.get()) : file);
            }
            return stored(file);
        });
    }

    /**
     * Replaces what is there, unless the change is none. Another server may have done it meanwhile: the change is made to
     * what is found once it is our turn.
     *
     * @return what is there now
     * @throws ConfigurationException as {@link #read} does
     */
    String change(String name, Function<Stored, String> change) {
        Path file = folder.resolve(name);
        return using(file, () -> {
            Stored before = stored(file);
            // Asked before the lock is, since a folder that is mounted to be read alone has none.
            return change.apply(before).equals(before.content()) ? before.content() : alone(() -> {
                Stored now = stored(file);
                String next = change.apply(now);
                if (!next.equals(now.content())) {
                    OwnerOnly.file(file, next);
                }
                return next;
            });
        });
    }

    /**
     * Random bytes, made at the first start.
     *
     * @param price what it costs to remove the file: the end of a sentence for the operator
     */
    byte[] secret(String name, String price) {
        try {
            byte[] secret = Base64.getUrlDecoder().decode(read(name, KeyFiles::random).content().strip());
            if (secret.length == SECRET_BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            throw broken(name, price);
        }
        throw broken(name, price);
    }

    ConfigurationException broken(String name) {
        return broken(name, "which signs everybody out");
    }

    private ConfigurationException broken(String name, String price) {
        return new ConfigurationException("The key file " + folder.resolve(name)
                + " is damaged; put it back from a backup, or remove it, " + price + ".");
    }

    private static String random() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private Stored stored(Path file) throws IOException {
        check(folder, "700");
        check(file, "600");
        return new Stored(Files.readString(file), Files.getLastModifiedTime(file).toInstant());
    }

    private static void check(Path path, String mode) throws IOException {
        if (!OwnerOnly.holds(path)) {
            throw new ConfigurationException("Others than the owner can open " + path
                    + ", where Haven's keys are; close it with 'chmod " + mode + " " + path + "' and start again.");
        }
    }

    /** A file's lock keeps other processes out, and the monitor other threads, whom it does not tell apart. */
    private <T> T alone(Work<T> work) throws IOException {
        synchronized (KeyFiles.class) {
            try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                channel.lock();
                return work.run();
            }
        }
    }

    private static <T> T using(Path file, Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new ConfigurationException("Haven cannot use its key file " + file + " (" + e.getClass().getSimpleName()
                    + "); the folder must belong to the user that Haven runs as.");
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** What a file holds, and since when. */
    record Stored(String content, Instant since) {

        @Override
        public String toString() {
            return "Stored[" + since + "]";
        }
    }
}
