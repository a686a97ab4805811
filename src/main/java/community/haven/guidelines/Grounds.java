package community.haven.guidelines;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.text.Written;

/**
 * Why a moderator acts: a rule of the guidelines and a plain reason. Nothing is removed without both.
 *
 * @param rule the id of the rule
 * @param reason 10 to 1,000 characters that the author will read
 */
public record Grounds(String rule, String reason) {

    public static final int MIN_REASON = 10;
    public static final int MAX_REASON = 1_000;

    /**
     * @throws Refusal {@code unknown-rule} when the guidelines have no such rule, {@code invalid} when the reason is missing,
     *         too short or too long
     */
    public static Grounds of(Guidelines guidelines, String rule, String reason) {
        if (rule == null || guidelines.rule(rule).isEmpty()) {
            throw Refusal.of(ErrorCode.UNKNOWN_RULE);
        }
        return new Grounds(rule, reason(reason));
    }

    /** The reason alone, for what takes an earlier act back. */
    public static String reason(String reason) {
        return Written.block("reason", reason, MIN_REASON, MAX_REASON);
    }

    @Override
    public String toString() {
        return "Grounds[" + rule + "]";
    }
}
