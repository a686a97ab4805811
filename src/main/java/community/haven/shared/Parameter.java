package community.haven.shared;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import community.haven.shared.FieldError.Reason;

/** Reads query parameters and headers, so that a wrong one is answered with its name instead of "not found". */
public final class Parameter {

    private static final int DEFAULT_LIMIT = 20;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern STRONG_TAG = Pattern.compile("\\s*\"(\\d{1,9})\"\\s*");

    private Parameter() {
    }

    /** How many items a list shall have at most. */
    public static int limit(String raw) {
        Integer limit = number("limit", raw, 1, Page.MAX_LIMIT);
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** A whole number within bounds, or {@code null} when nothing was sent. */
    public static Integer number(String name, String raw, int min, int max) {
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(raw).matches()) {
            throw Refusal.invalid(name, Reason.WRONG_TYPE);
        }
        int number = Integer.parseInt(raw);
        if (number < min) {
            throw Refusal.invalid(name, Reason.TOO_SMALL, min);
        }
        if (number > max) {
            throw Refusal.invalid(name, Reason.TOO_LARGE, max);
        }
        return number;
    }

    /** A moment as ISO 8601 has it, such as {@code 2026-11-25T09:30:00Z}; {@code null} when nothing was sent. */
    public static Instant instant(String name, String raw) {
        try {
            return raw == null || raw.isEmpty() ? null : Instant.parse(raw);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(name, Reason.WRONG_TYPE);
        }
    }

    /** {@code true} or {@code false}; nothing sent is {@code false}. */
    public static boolean flag(String name, String raw) {
        if (raw == null || raw.isEmpty() || raw.equals("false")) {
            return false;
        }
        if (!raw.equals("true")) {
            throw Refusal.invalid(name, Reason.WRONG_TYPE);
        }
        return true;
    }

    /**
     * The version that a change is based on, from {@code If-Match}. A tag that is not one of ours fits no version.
     *
     * @throws Refusal {@code condition-missing}, {@code changed-meanwhile}
     */
    public static int version(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(ErrorCode.CONDITION_MISSING);
        }
        Matcher tag = STRONG_TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw Refusal.of(ErrorCode.CHANGED_MEANWHILE);
        }
        return Integer.parseInt(tag.group(1));
    }
}
