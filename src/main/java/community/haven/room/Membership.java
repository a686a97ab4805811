package community.haven.room;

import java.util.UUID;

/** That an account has joined a room. */
public record Membership(UUID room, UUID account) {
}
