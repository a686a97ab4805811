package community.haven.live.protocol;

import java.util.UUID;

/** Ends a room's stream on this connection. The person stays a member. */
public record Leave(String ref, UUID room) implements ClientFrame {
}
