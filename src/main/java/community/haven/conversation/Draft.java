package community.haven.conversation;

import java.util.regex.Pattern;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import community.haven.text.Written;

/**
 * What somebody wants to say, as it arrived.
 *
 * @param key chosen by the client, 1 to 64 of {@code A-Z a-z 0-9 . _ : -}; the same key again is the same message
 * @param text 1 to 4,000 characters
 * @param need what the author hopes for, or {@code null}
 * @param contentNote up to 120 characters that stand in front of the folded text, or {@code null}
 * @param replyTo the number of a message of the same room, or {@code null}
 * @param announcement {@code true} where it is said to the whole room and stands out, or {@code null}; for hosts and staff
 */
public record Draft(String key, String text, Need need, String contentNote, Long replyTo, Boolean announcement) {

    public static final int MAX_TEXT = 4_000;
    public static final int MAX_CONTENT_NOTE = 120;
    public static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** Not to be one and to say nothing of it is the same. */
    public Draft {
        announcement = Boolean.TRUE.equals(announcement) ? true : null;
    }

    /** What most messages are. */
    public Draft(String key, String text, Need need, String contentNote, Long replyTo) {
        this(key, text, need, contentNote, replyTo, null);
    }

    boolean isAnnouncement() {
        return announcement != null;
    }

    /**
     * @return the same with its words in normal form
     * @throws Refusal {@code invalid}, naming the field
     */
    Draft checked() {
        if (key == null) {
            throw Refusal.invalid("key", Reason.MISSING);
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.invalid("key", Reason.NOT_POSSIBLE);
        }
        return new Draft(key, Written.block("text", text, 1, MAX_TEXT), need,
                Written.optionalLine("contentNote", contentNote, MAX_CONTENT_NOTE), replyTo, announcement);
    }

    @Override
    public String toString() {
        return "Draft[" + (text == null ? 0 : text.length()) + " characters]";
    }
}
