package community.haven.room;

import java.util.UUID;

/** Fired when somebody has been gone from a room for longer than a short drop. */
public record PersonGone(UUID room, UUID account) {
}
