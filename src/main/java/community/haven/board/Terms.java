package community.haven.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import community.haven.text.Written;

/**
 * What somebody is looking for, cut into words and quoted phrases of nothing but letters and digits, so that no character
 * with a meaning to the database is left.
 *
 * @param words those that the index holds
 * @param phrases two words or more in quotation marks
 * @param shortWords too short for the index
 */
record Terms(List<String> words, List<String> phrases, List<String> shortWords) {

    static final int MAX_LENGTH = 200;
    /** Each word is a look-up of its own; the ninth would add time and say little more. */
    private static final int MAX_WORDS = 8;
    /** InnoDB's {@code innodb_ft_min_token_size}: asking for a shorter word finds nothing at all. */
    private static final int INDEXED_LENGTH = 3;

    private static final Pattern PART = Pattern.compile("[\"“”„]([^\"“”„]*)[\"“”„]|([\\p{L}\\p{N}\\p{M}]+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    static Terms of(String query) {
        String line = Written.optionalLine("q", query, MAX_LENGTH);
        Set<String> phrases = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        Matcher part = PART.matcher(line == null ? "" : line);
        while (part.find()) {
            List<String> found = wordsIn(part.group());
            words.addAll(found);
            if (part.group(1) != null && found.size() > 1 && found.stream().anyMatch(Terms::indexed)) {
                phrases.add(String.join(" ", found));
            }
        }
        return new Terms(words.stream().filter(Terms::indexed).limit(MAX_WORDS).toList(),
                phrases.stream().limit(MAX_WORDS).toList(),
                words.stream().filter(word -> !indexed(word)).limit(MAX_WORDS).toList());
    }

    private static List<String> wordsIn(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean indexed(String word) {
        return word.codePointCount(0, word.length()) >= INDEXED_LENGTH;
    }

    boolean isEmpty() {
        return words.isEmpty() && shortWords.isEmpty();
    }

    boolean onlyShort() {
        return words.isEmpty() && !shortWords.isEmpty();
    }

    /** In boolean mode: every phrase, and every word or one that begins with it. */
    String all() {
        List<String> parts = new ArrayList<>();
        phrases.forEach(phrase -> parts.add("+\"" + phrase + "\""));
        words.forEach(word -> parts.add("+" + prefix(word)));
        return String.join(" ", parts);
    }

    /** In boolean mode: any of the words, phrases taken apart. */
    String any() {
        return words.stream().map(Terms::prefix).collect(Collectors.joining(" "));
    }

    static String prefix(String word) {
        return word + "*";
    }

    @Override
    public String toString() {
        return "Terms[" + words.size() + " words, " + phrases.size() + " phrases]";
    }
}
