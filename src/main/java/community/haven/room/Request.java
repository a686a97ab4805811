package community.haven.room;

import java.time.Instant;

/**
 * That somebody would like to come into a room.
 *
 * @param state {@link Belonging#ASKED} or {@link Belonging#WAITING}
 * @param note what they wrote to those who decide, or {@code null}
 * @param askedAt the order of the line
 */
record Request(Membership who, Belonging state, String note, Instant askedAt) {

    @Override
    public String toString() {
        return "Request[" + who + ", " + state + "]";
    }
}
