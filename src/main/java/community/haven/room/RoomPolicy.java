package community.haven.room;

import java.time.Duration;
import java.time.Instant;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Who may do what in a room, as plain questions. Each check refuses with the reason that helps most, or says nothing. */
public final class RoomPolicy {

    private RoomPolicy() {
    }

    static void checkJoin(RoomState state, int members, int capacity) {
        if (state == RoomState.ARCHIVED) {
            throw Refusal.of(ErrorCode.ROOM_ARCHIVED);
        }
        if (members >= capacity) {
            throw Refusal.of(ErrorCode.ROOM_FULL);
        }
    }

    static void checkRead(boolean member, boolean staff) {
        if (!member && !staff) {
            throw Refusal.of(ErrorCode.NOT_A_MEMBER);
        }
    }

    /** Nobody loses a place because a room got smaller. */
    static void checkCapacity(int capacity, int members) {
        if (capacity < members) {
            throw Refusal.invalid("capacity", Reason.TOO_SMALL, members);
        }
    }

    /**
     * Membership comes first: whoever has not joined learns nothing more from speaking. A pause and slow mode are not for those
     * who look after the room; a mute is for everybody whom it is about.
     *
     * @throws Refusal {@code not-a-member}, {@code room-archived}, {@code room-paused}; {@code muted-in-room},
     *         {@code slow-mode}
     *         with the time that is left
     */
    public static void checkSay(Pace pace, Speaker speaker, Instant now) {
        if (speaker.role() == null) {
            throw Refusal.of(ErrorCode.NOT_A_MEMBER);
        }
        if (pace.state() == RoomState.ARCHIVED) {
            throw Refusal.of(ErrorCode.ROOM_ARCHIVED);
        }
        checkHeard(speaker.mutedUntil(), now);
        if (!speaker.looksAfterIt()) {
            checkPace(pace, speaker.lastSaid(), now);
        }
    }

    /** Only those who look after a room speak to all of it. */
    public static void checkAnnounce(Speaker speaker) {
        if (!speaker.looksAfterIt()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
    }

    /** @param mutedUntil {@code null} when nobody has muted them in this room */
    static void checkHeard(Instant mutedUntil, Instant now) {
        if (mutedUntil != null && mutedUntil.isAfter(now)) {
            throw Refusal.later(ErrorCode.MUTED_IN_ROOM, Duration.between(now, mutedUntil));
        }
    }

    private static void checkPace(Pace pace, Instant lastSaid, Instant now) {
        if (pace.state() == RoomState.PAUSED) {
            throw Refusal.of(ErrorCode.ROOM_PAUSED);
        }
        Duration since = lastSaid == null ? pace.slowMode() : Duration.between(lastSaid, now);
        if (since.compareTo(pace.slowMode()) < 0) {
            // The clock of another server may be ahead; nobody waits longer for that than the room asks.
            Duration left = since.isNegative() ? pace.slowMode() : pace.slowMode().minus(since);
            throw Refusal.later(ErrorCode.SLOW_MODE, left);
        }
    }
}
