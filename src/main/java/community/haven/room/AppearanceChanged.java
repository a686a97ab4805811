package community.haven.room;

import java.util.UUID;

/** Fired in the transaction after which others see the name of a member who is in the room, or see it no more. */
public record AppearanceChanged(UUID room, UUID account, boolean named) {
}
