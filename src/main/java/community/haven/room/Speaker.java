package community.haven.room;

import java.time.Instant;

/**
 * Somebody who wants to say something in a room, as things are at this moment.
 *
 * @param role {@code null} when they have not joined
 * @param mutedUntil when they are heard again; {@code null} when nobody has muted them there
 * @param lastSaid when they last said something there; {@code null} when that is not known, or never
 */
public record Speaker(RoomRole role, boolean staff, Instant mutedUntil, Instant lastSaid) {

    boolean looksAfterIt() {
        return staff || role == RoomRole.HOST;
    }
}
