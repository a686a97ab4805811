package community.haven.room;

import java.time.Instant;

/**
 * That somebody was taken out of a room and does not come in by themselves.
 *
 * @param rule the id of the rule
 * @param reason what the person reads
 * @param until when that ends by itself, or {@code null}
 */
record MemberRemoval(String rule, String reason, Instant at, Instant until) {

    @Override
    public String toString() {
        return "MemberRemoval[" + rule + "]";
    }
}
