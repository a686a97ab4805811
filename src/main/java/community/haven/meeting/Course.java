package community.haven.meeting;

import java.time.Instant;

/**
 * How a session goes.
 *
 * @param until the end of the soft close; {@code null} in every other state
 * @param hostGone whether the soft close came because the host had dropped
 * @param hostHere whether whoever leads it is in the room
 * @param reminded how many of the two reminders are done with
 * @param called whether others have been told that it needs a host
 */
record Course(MeetingState state, Instant startsAt, Instant endsAt, Instant until, boolean hostGone, boolean hostHere,
        int reminded, boolean called) {

    /** A new one, which nobody has to be reminded of yet. */
    static Course scheduled(Instant startsAt, Instant endsAt) {
        return new Course(MeetingState.SCHEDULED, startsAt, endsAt, null, false, false, 0, false);
    }

    Course in(MeetingState next) {
        return new Course(next, startsAt, endsAt, null, false, hostHere, reminded, called);
    }

    Course closing(Instant end, boolean gone) {
        return new Course(MeetingState.CLOSING, startsAt, endsAt, end, gone, hostHere, reminded, called);
    }

    Course withHost(boolean here) {
        return new Course(state, startsAt, endsAt, until, hostGone, here, reminded, called);
    }

    Course reminded(int times) {
        return new Course(state, startsAt, endsAt, until, hostGone, hostHere, times, called);
    }

    Course called(boolean done) {
        return new Course(state, startsAt, endsAt, until, hostGone, hostHere, reminded, done);
    }

    /** The same at another time, with its reminders before it. */
    Course moved(Instant start, Instant end) {
        return new Course(state, start, end, until, hostGone, hostHere, 0, called);
    }
}
