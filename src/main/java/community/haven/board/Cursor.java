package community.haven.board;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * The last resource of a page: the next page goes on behind it, whatever has been posted or removed meanwhile.
 *
 * @param match how the first page was found; the following ones are found the same way
 */
record Cursor(Match match, int score, String title, UUID id) {

    /** How the words of a search are looked for. */
    enum Match {
        /** No words: everything, by title. */
        NONE,
        ALL_WORDS,
        ANY_WORD,
        SHORT_WORDS
    }

    String encode() {
        String text = String.join("\n", match.name(), Integer.toString(score), id.toString(), title);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String encoded) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split("\n", 4);
            return new Cursor(Match.valueOf(parts[0]), Integer.parseInt(parts[1]), parts[3], UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("cursor", Reason.NOT_POSSIBLE);
        }
    }

    @Override
    public String toString() {
        return "Cursor[" + match + ", " + id + "]";
    }
}
