package community.haven.room;

import java.util.UUID;

/**
 * Fired when a member is in a room no more: they left it, or have been without a connection for longer than a short drop takes.
 */
public record PersonGone(UUID room, UUID account) {
}
