package community.haven.room;

import java.util.UUID;

/** Fired in the transaction that makes a room. */
public record RoomCreated(UUID room) {
}
