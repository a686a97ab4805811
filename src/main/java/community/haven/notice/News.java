package community.haven.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody is to be told.
 *
 * @param room where it happened
 * @param about what it is about, in the words of the day: the name of the room, or of a meeting; at most 80 characters
 * @param seq the message it is about, or {@code null}
 * @param rule the rule it rests on, or {@code null} where nothing was done against anybody
 * @param reason what somebody wrote to this person, or {@code null}
 * @param until when it ends by itself or begins, or {@code null}
 */
public record News(NoticeKind kind, UUID room, String about, Long seq, String rule, String reason, Instant until) {

    public static News of(NoticeKind kind, UUID room, String about) {
        return new News(kind, room, about, null, null, null, null);
    }

    /** The same about one message. */
    public News on(long seq) {
        return new News(kind, room, about, seq, rule, reason, until);
    }

    /** The same with its grounds. */
    public News because(String rule, String reason) {
        return new News(kind, room, about, seq, rule, reason, until);
    }

    /** The same with a time. */
    public News until(Instant until) {
        return new News(kind, room, about, seq, rule, reason, until);
    }

    @Override
    public String toString() {
        return "News[" + kind + ", " + room + "]";
    }
}
