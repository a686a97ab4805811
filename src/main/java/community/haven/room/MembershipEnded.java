package community.haven.room;

import java.util.UUID;

/** Fired in the transaction that takes an account out of a room. */
public record MembershipEnded(UUID room, UUID account) {
}
