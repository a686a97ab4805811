package community.haven.room;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired in the transaction that changes a room, with the room as it is afterwards.
 *
 * @param slowModeSeconds the least time between two messages of one person; 0 while that is off
 * @param newcomersClosedUntil until when nobody comes in by themselves, or {@code null}
 */
public record RoomChanged(UUID room, String name, String topic, String purpose, RoomState state, int slowModeSeconds,
        Instant newcomersClosedUntil) {

    static RoomChanged of(Room room) {
        return new RoomChanged(room.id, room.name, room.topic, room.purpose, room.state, room.slowModeSeconds,
                room.newcomersClosedUntil);
    }

    @Override
    public String toString() {
        return "RoomChanged[" + room + ", " + state + "]";
    }
}
