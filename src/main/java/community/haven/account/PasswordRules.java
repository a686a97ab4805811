package community.haven.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.nulabinc.zxcvbn.Zxcvbn;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * What makes a password good enough (NIST SP 800-63B-4): length, and not being what somebody would guess.
 * There are no rules about kinds of characters.
 */
final class PasswordRules {

    static final int MAX = 128;

    /**
     * The estimator's time grows with a power of the length (seconds at 100 characters of a bad kind), so it sees the beginning
     * alone.
     */
    private static final int ESTIMATED = 24;
    /**
     * The cost of each makes so many unpractical. The estimator's score of 3 begins five guesses above, where no eight
     * characters come, however random they are.
     */
    private static final double LEAST_GUESSES = 1e8;
    /** What must be left beside names that everybody knows; less where short passwords are good enough. */
    private static final int LEAST_BESIDE_NAMES = 8;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{P}]");
    private static final Zxcvbn ESTIMATOR = new Zxcvbn();
    /** Words that whoever guesses here tries first (ASVS 6.1.2); the site's own names and the handle come to them. */
    private static final List<String> CONTEXT = List.of("haven", "password", "passphrase", "attachment", "anxious", "support",
            "member", "moderator", "admin");

    private PasswordRules() {
    }

    /** @param minimum the fewest characters, see {@link PasswordPolicy} */
    static void checkLength(String field, String password, int minimum) {
        if (password.codePointCount(0, password.length()) < minimum) {
            throw Refusal.of(ErrorCode.PASSWORD_TOO_SHORT, new FieldError(field, Reason.TOO_SHORT, minimum));
        }
    }

    /**
     * @param minimum the fewest characters that would be long enough
     * @param names what everybody knows of the site and of the person, in small letters
     */
    static void checkStrength(String field, String password, int minimum, List<String> names) {
        if (besideNames(password, names) < Math.min(LEAST_BESIDE_NAMES, minimum / 2 + 1) || CommonPasswords.holds(password)
                || guesses(password, names) < LEAST_GUESSES) {
            throw Refusal.of(ErrorCode.PASSWORD_TOO_COMMON, new FieldError(field, Reason.NOT_POSSIBLE, null));
        }
    }

    private static int besideNames(String password, List<String> names) {
        String rest = password.toLowerCase(Locale.ROOT);
        for (String name : names) {
            rest = rest.replace(name, "");
        }
        String written = BETWEEN_WORDS.matcher(rest).replaceAll("");
        return written.codePointCount(0, written.length());
    }

    private static double guesses(String password, List<String> names) {
        int end = Math.min(ESTIMATED, password.codePointCount(0, password.length()));
        String beginning = password.substring(0, password.offsetByCodePoints(0, end));
        List<String> known = new ArrayList<>(CONTEXT);
        known.addAll(names);
        return ESTIMATOR.measure(beginning, known).getGuesses();
    }
}
