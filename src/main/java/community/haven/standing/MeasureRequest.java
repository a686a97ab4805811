package community.haven.standing;

import java.time.Instant;

/**
 * What a moderator sends to take a measure.
 *
 * @param kind {@code word}, {@code mute}, {@code suspend} or {@code exclude}
 * @param rule the id of a rule of the guidelines
 * @param reason 10 to 1,000 characters that the person will read
 * @param until the end of a mute or suspension; for an exclusion, until when the person is suspended while it waits for a
 *        second
 *        person, or nothing to leave them as they are
 */
record MeasureRequest(MeasureKind kind, String rule, String reason, Instant until) {

    @Override
    public String toString() {
        return "MeasureRequest[" + kind + "]";
    }
}
