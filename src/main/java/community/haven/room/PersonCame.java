package community.haven.room;

import java.util.UUID;

/** Fired when a member is there in a room now, who was not before: a connection of theirs listens. */
public record PersonCame(UUID room, UUID account) {
}
