package community.haven.room;

import java.time.Instant;

/**
 * What a host sends so that somebody is not heard in their room for a time.
 *
 * @param rule the id of a rule of the guidelines
 * @param reason 10 to 1,000 characters that the person will read
 * @param until when they are heard again
 */
public record RoomMuteRequest(String rule, String reason, Instant until) {

    @Override
    public String toString() {
        return "RoomMuteRequest[]";
    }
}
