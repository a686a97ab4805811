package community.haven.room;

import java.util.UUID;

/** Fired in the transaction that takes an account into a room. */
public record MembershipBegan(UUID room, UUID account) {
}
