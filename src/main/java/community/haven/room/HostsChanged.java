package community.haven.room;

import java.util.UUID;

/** Fired in the transaction after which other people look after a room. */
public record HostsChanged(UUID room) {
}
