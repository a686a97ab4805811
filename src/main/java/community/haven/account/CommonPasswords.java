package community.haven.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.ibm.icu.text.Normalizer2;
import com.nulabinc.zxcvbn.StandardDictionaries;

/**
 * The 30,000 passwords that people use most, as the estimator brings them along, and what people do to make one of them long
 * enough: write it again, spread it out, or fill it up with the same sign, a row of digits or a year.
 */
final class CommonPasswords {

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[\\s\\p{P}\\p{S}]");
    private static final Pattern PADDING = Pattern.compile("^\\P{L}+|\\P{L}+$");
    private static final Pattern YEARS = Pattern.compile("(?:(?:19|20)\\d\\d)+");
    private static final Set<String> ALL = read();

    private CommonPasswords() {
    }

    static boolean holds(String password) {
        String folded = FOLD.normalize(password);
        String joined = BETWEEN_LETTERS.matcher(folded).replaceAll("");
        return Stream.of(folded, joined).flatMap(text -> Stream.of(text, unpadded(text), unrolled(text)))
                .flatMap(CommonPasswords::units).anyMatch(ALL::contains);
    }

    /** The text, and everything that it is a repetition of, the last time cut short or not. */
    private static Stream<String> units(String text) {
        int[] borders = borders(text);
        return IntStream.iterate(text.length(), border -> border > 0, border -> borders[border]).map(border -> borders[border])
                .mapToObj(border -> text.substring(0, text.length() - border));
    }

    /**
     * For each beginning of the text the length of the longest shorter one that it ends with as well (as Knuth, Morris and
     * Pratt count it).
     */
    private static int[] borders(String text) {
        int[] borders = new int[text.length() + 1];
        for (int i = 1, length = 0; i < text.length(); i++) {
            while (length > 0 && text.charAt(i) != text.charAt(length)) {
                length = borders[length];
            }
            length += text.charAt(i) == text.charAt(length) ? 1 : 0;
            borders[i + 1] = length;
        }
        return borders;
    }

    /** Without what stands before and after the letters, where that is nothing to guess. */
    private static String unpadded(String text) {
        return PADDING.matcher(text).replaceAll(padding -> isPlain(padding.group()) ? "" : "$0");
    }

    /** Without the last sign, however often it is written at the end. */
    private static String unrolled(String text) {
        int end = text.length();
        while (end > 1 && text.charAt(end - 1) == text.charAt(text.length() - 1)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isPlain(String padding) {
        return padding.chars().distinct().count() <= 2 || isRow(padding) || YEARS.matcher(padding).matches();
    }

    /** Such as 123456789012 or 987654. */
    private static boolean isRow(String digits) {
        return Stream.of(1, 9).anyMatch(step -> {
            for (int i = 1; i < digits.length(); i++) {
                if (Math.floorMod(digits.charAt(i) - digits.charAt(i - 1), 10) != step) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Set<String> read() {
        try {
            return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream().map(FOLD::normalize)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
