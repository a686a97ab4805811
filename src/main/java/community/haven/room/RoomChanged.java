package community.haven.room;

import java.util.UUID;

/** Fired in the transaction that edits a room, with the room as it is afterwards. */
public record RoomChanged(UUID room, String name, String topic, String purpose, RoomState state) {

    @Override
    public String toString() {
        return "RoomChanged[" + room + ", " + state + "]";
    }
}
