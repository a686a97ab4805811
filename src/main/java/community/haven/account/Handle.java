package community.haven.account;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import com.ibm.icu.text.UnicodeSet;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import community.haven.text.Skeleton;

/**
 * The name that a person goes by. Letters and digits of one script, with single dots, hyphens or underscores between them.
 *
 * @param text in normal form C, as it is shown
 * @param key the same for every way of writing it in capitals or small letters
 * @param look the same for every name that can be taken for this one
 */
record Handle(String text, String key, String look) {

    static final int MIN = 3;
    static final int MAX = 30;
    /** Scripts with vowel signs use two or three code points for one visible character. */
    private static final int MAX_CODE_POINTS = 3 * MAX;

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern VISIBLE = Pattern.compile("\\X");
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{Nd}](?:[-_.]?[\\p{L}\\p{Nd}\\p{M}])*+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern STACKED_MARKS = Pattern.compile("\\p{M}{4}|[-_.]\\p{M}");
    private static final Pattern SEPARATORS = Pattern.compile("[-_.]");

    /** The recommended characters of Unicode identifiers: no emoji, no format characters, no shapes of other letters. */
    private static final SpoofChecker ONE_SCRIPT = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS
                    | SpoofChecker.CHAR_LIMIT | SpoofChecker.HIDDEN_OVERLAY)
            .setAllowedChars(new UnicodeSet(SpoofChecker.RECOMMENDED).addAll("-._").freeze())
            .setRestrictionLevel(RestrictionLevel.SINGLE_SCRIPT_RESTRICTIVE)
            .build();

    private static final ReservedWords RESERVED = ReservedWords.read();

    /**
     * @throws Refusal {@code invalid} when missing, too short or too long, else {@code handle-not-possible}
     */
    static Handle of(String raw) {
        if (raw == null || raw.isEmpty()) {
            throw Refusal.invalid("handle", Reason.MISSING);
        }
        if (raw.length() > 2 * MAX_CODE_POINTS) {
            throw Refusal.invalid("handle", Reason.TOO_LONG, MAX);
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        checkLength(text);
        if (!isWellFormed(text) || isReserved(text)) {
            throw Refusal.of(ErrorCode.HANDLE_NOT_POSSIBLE, new FieldError("handle", Reason.NOT_POSSIBLE, null));
        }
        return new Handle(text, FOLD.normalize(text), Skeleton.of(text));
    }

    /** The key of what somebody typed to sign in or to look for a person; empty where it cannot be a handle. */
    static Optional<String> keyOf(String raw) {
        return raw == null || raw.length() > 2 * MAX_CODE_POINTS ? Optional.empty()
                : Optional.of(FOLD.normalize(raw.strip())).filter(key -> !key.isEmpty());
    }

    private static void checkLength(String text) {
        long visible = VISIBLE.matcher(text).results().count();
        if (visible > MAX || text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            throw Refusal.invalid("handle", Reason.TOO_LONG, MAX);
        }
        if (visible < MIN) {
            throw Refusal.invalid("handle", Reason.TOO_SHORT, MIN);
        }
    }

    private static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches() && LETTER.matcher(text).find() && !STACKED_MARKS.matcher(text).find()
                && !ONE_SCRIPT.failsChecks(text);
    }

    private static boolean isReserved(String text) {
        return RESERVED.asWhole(SEPARATORS.matcher(text).replaceAll(""))
                || SEPARATORS.splitAsStream(text).anyMatch(RESERVED::asPart);
    }
}
