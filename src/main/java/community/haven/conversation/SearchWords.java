package community.haven.conversation;

import java.util.List;
import java.util.stream.Stream;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import community.haven.text.Written;

/** What somebody looks for: each word has to occur, in whatever case and with or without accents. */
record SearchWords(List<String> words) {

    static final int MOST = 5;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 50;

    /**
     * @param query one to five words of 2 to 50 characters, with blanks between them
     * @throws Refusal {@code invalid}, naming {@code q}
     */
    static SearchWords of(String query) {
        List<String> words = Stream.of(Written.line("q", query, SHORTEST, MOST * (LONGEST + 1)).split(" ")).distinct().toList();
        if (words.size() > MOST) {
            throw Refusal.invalid("q", Reason.TOO_MANY, MOST);
        }
        for (String word : words) {
            int length = word.codePointCount(0, word.length());
            if (length < SHORTEST) {
                throw Refusal.invalid("q", Reason.TOO_SHORT, SHORTEST);
            }
            if (length > LONGEST) {
                throw Refusal.invalid("q", Reason.TOO_LONG, LONGEST);
            }
        }
        return new SearchWords(words);
    }

    /** For {@code like … escape '!'}: what has a meaning there has none in what people look for. */
    List<String> patterns() {
        return words.stream()
                .map(word -> "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%").toList();
    }

    @Override
    public String toString() {
        return "SearchWords[" + words.size() + "]";
    }
}
