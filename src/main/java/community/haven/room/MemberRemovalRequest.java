package community.haven.room;

import java.time.Instant;

/**
 * What is sent to take somebody out of a room.
 *
 * @param rule the id of a rule of the guidelines
 * @param reason 10 to 1,000 characters that the person will read
 * @param until from when on they can come in by themselves again, at most a year away; {@code null} for good
 */
public record MemberRemovalRequest(String rule, String reason, Instant until) {

    @Override
    public String toString() {
        return "MemberRemovalRequest[]";
    }
}
