package community.haven.live.protocol;

import java.util.UUID;

/**
 * Asks for a room's stream. Answered by {@link ServerFrame.Joined}, the missed events, {@link ServerFrame.CaughtUp}, then
 * whatever happens.
 *
 * @param after the last sequence number the client has; {@code null} to begin with what comes next
 */
public record Join(String ref, UUID room, Long after) implements ClientFrame {
}
