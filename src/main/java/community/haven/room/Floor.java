package community.haven.room;

import java.time.Instant;

/**
 * What decides whether somebody has the floor in a room, as things are at this moment.
 *
 * @param role {@code null} when they have not joined
 * @param mutedUntil when they are heard again; {@code null} when nobody has muted them there
 */
public record Floor(Pace pace, RoomRole role, Instant mutedUntil) {

    public boolean isMember() {
        return role != null;
    }

    /** @param lastSaid when they last said something there; {@code null} when that is not known, or never */
    public Speaker speaker(boolean staff, Instant lastSaid) {
        return new Speaker(role, staff, mutedUntil, lastSaid);
    }
}
