package community.haven.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkus.runtime.util.ClassPathUtils;

/**
 * The data files that the board starts with, by name.
 *
 * @param texts in the order of their names
 */
record SeedFiles(TreeMap<String, String> texts) {

    private static final String FOLDER = "board";

    static SeedFiles of(Map<String, String> texts) {
        return new SeedFiles(new TreeMap<>(texts));
    }

    /** From the folder {@code board} of the class path, whether that is a directory or within a jar. */
    static SeedFiles read() {
        TreeMap<String, String> texts = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(FOLDER, folder -> readAll(folder, texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SeedFiles(texts);
    }

    private static void readAll(Path folder, Map<String, String> texts) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".md"))::iterator) {
                texts.put(file.getFileName().toString(), Files.readString(file).replace("\r\n", "\n"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for the same files, on every machine. */
    String digest() {
        return Content.sha256(texts.entrySet().stream().flatMap(file -> Stream.of(file.getKey(), file.getValue()))
                .map(text -> (text + "\u0000").getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
    }

    /**
     * @throws IllegalStateException naming the first file that is broken, and why
     */
    List<Seed> parse() {
        return texts.entrySet().stream().map(file -> Seed.parse(file.getKey(), file.getValue())).toList();
    }
}
