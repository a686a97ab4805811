package community.haven.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import community.haven.text.Skeleton;

/** The words of {@code account/reserved-handles.txt}, by what they look like. */
final class ReservedWords {

    private static final String FILE = "/account/reserved-handles.txt";
    private static final Pattern DIGITS_AROUND = Pattern.compile("^\\p{Nd}+|\\p{Nd}+$");

    private final Set<String> wholes;
    private final Set<String> parts;

    private ReservedWords(List<String> lines) {
        this.wholes = lines.stream().map(line -> Skeleton.of(line.replace("*", ""))).collect(Collectors.toUnmodifiableSet());
        this.parts = lines.stream().filter(line -> line.endsWith("*")).map(line -> Skeleton.of(line.replace("*", "")))
                .collect(Collectors.toUnmodifiableSet());
    }

    static ReservedWords read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReservedWords.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            return new ReservedWords(in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean asWhole(String name) {
        return holds(wholes, name);
    }

    boolean asPart(String part) {
        return holds(parts, part);
    }

    private static boolean holds(Set<String> words, String text) {
        return Stream.of(text, DIGITS_AROUND.matcher(text).replaceAll("")).map(Skeleton::of).anyMatch(words::contains);
    }
}
