package community.haven.room;

import java.util.UUID;

/** Fired when somebody has come into a room that they have joined. More often than once is as good as once. */
public record PersonCame(UUID room, UUID account) {
}
