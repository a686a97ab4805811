package community.haven.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * The one place that everything written by people passes through. What comes out is in Unicode normal form C, has no
 * control characters but line breaks and tabs, no blank edges, and a length within its limits.
 * Lengths are counted in code points.
 */
public final class Written {

    /** Real scripts need up to four marks on one letter (pointed and accented Hebrew); stacks beyond that hide other lines. */
    private static final Pattern STACKED_MARKS = Pattern.compile("\\p{M}{7}");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\R");
    /** Characters nobody sees: controls, unassigned non-characters, and overrides that reorder what stands after them. */
    private static final Pattern CONTROLS = Pattern
            .compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\uFEFF\\uFFF9-\\uFFFB]|\\p{IsNoncharacter_Code_Point}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");
    private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Z}\\p{C}\\p{M}\\u115F\\u1160\\u2800\\u3164\\uFFA0]");

    private Written() {
    }

    /**
     * A single line, such as a title: runs of white space become one blank.
     *
     * @throws Refusal {@code invalid}, naming the field
     */
    public static String line(String field, String raw, int min, int max) {
        return checked(field, raw, min, max, false);
    }

    /**
     * Text of several lines, such as a message.
     *
     * @throws Refusal {@code invalid}, naming the field
     */
    public static String block(String field, String raw, int min, int max) {
        return checked(field, raw, min, max, true);
    }

    /** As {@link #line}, with nothing written read as {@code null}. */
    public static String optionalLine(String field, String raw, int max) {
        return nothing(raw) ? null : line(field, raw, 1, max);
    }

    /** As {@link #block}, with nothing written read as {@code null}. */
    public static String optionalBlock(String field, String raw, int max) {
        return nothing(raw) ? null : block(field, raw, 1, max);
    }

    private static boolean nothing(String raw) {
        return raw == null || raw.isBlank();
    }

    private static String checked(String field, String raw, int min, int max, boolean lines) {
        if (raw == null) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
        // Before any work: no normal form makes a text this much shorter.
        if (raw.length() > 4 * max + 64) {
            throw Refusal.invalid(field, Reason.TOO_LONG, max);
        }
        if (LONE_SURROGATE.matcher(raw).find()) {
            throw Refusal.invalid(field, Reason.BROKEN_CHARACTERS);
        }
        String text = normal(raw, lines);
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            throw Refusal.invalid(field, Reason.TOO_LONG, max);
        }
        if (!VISIBLE.matcher(text).find()) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
        if (length < min) {
            throw Refusal.invalid(field, Reason.TOO_SHORT, min);
        }
        if (STACKED_MARKS.matcher(text).find()) {
            throw Refusal.invalid(field, Reason.TOO_MANY_MARKS);
        }
        return text;
    }

    private static String normal(String raw, boolean lines) {
        String text = LINE_BREAKS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll("\n");
        text = CONTROLS.matcher(text).replaceAll("");
        return (lines ? text : SPACE.matcher(text).replaceAll(" ")).strip();
    }
}
