package community.haven.room;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody is not heard in a room for a time.
 *
 * @param byStaff whether staff decided it
 */
record RoomMute(UUID room, UUID account, String rule, String reason, Instant since, Instant until, boolean byStaff) {

    @Override
    public String toString() {
        return "RoomMute[" + room + "/" + account + ", " + rule + "]";
    }
}
