package community.haven.room;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import community.haven.account.Person;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Who may do what in a room, as plain questions. Each check refuses with the reason that helps most, or says nothing. */
public final class RoomPolicy {

    private static final Duration SHORTEST_REMOVAL = Duration.ofMinutes(1);
    private static final Duration LONGEST_REMOVAL = Duration.ofDays(365);

    private RoomPolicy() {
    }

    /**
     * How somebody who is no member comes in. To ask is the way back for whoever was taken out of a room, however its door
     * stands; staff come in by themselves.
     *
     * @throws Refusal {@code room-archived}, {@code room-closed-to-newcomers}
     */
    static Way way(Door door, boolean removed, boolean staff, Instant now) {
        if (door.state() == RoomState.ARCHIVED) {
            throw Refusal.of(ErrorCode.ROOM_ARCHIVED);
        }
        if (removed) {
            return Way.BY_REQUEST;
        }
        if (staff) {
            return Way.BY_THEMSELVES;
        }
        door.checkNewcomers(now);
        return door.visibility() == RoomVisibility.OPEN ? Way.BY_THEMSELVES : Way.BY_REQUEST;
    }

    /**
     * @throws Refusal {@code room-archived}, {@code room-closed-to-newcomers}, {@code removed-from-room},
     *         {@code room-by-request}
     */
    static void checkJoin(Door door, boolean removed, boolean staff, Instant now) {
        if (way(door, removed, staff, now) == Way.BY_REQUEST) {
            throw Refusal.of(removed ? ErrorCode.REMOVED_FROM_ROOM : ErrorCode.ROOM_BY_REQUEST);
        }
    }

    /** An invitation opens the door of a room that is closed to newcomers, but not to whoever was taken out of it. */
    static void checkInvited(RoomState state, boolean removed) {
        if (removed) {
            throw Refusal.of(ErrorCode.REMOVED_FROM_ROOM);
        }
        if (state == RoomState.ARCHIVED) {
            throw Refusal.of(ErrorCode.ROOM_ARCHIVED);
        }
    }

    /**
     * Nobody decides about themselves. A host decides about members; about other hosts and about staff, staff does.
     *
     * @param keeper whether the account is a host of the room or staff
     */
    static void checkRemoval(Person by, UUID account, boolean keeper) {
        if (by.id().equals(account)) {
            throw Refusal.of(ErrorCode.NOT_ABOUT_YOURSELF);
        }
        if (keeper && !by.isStaff()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
    }

    static void checkRemovalUntil(Instant until, Instant now) {
        if (until != null && until.isBefore(now.plus(SHORTEST_REMOVAL))) {
            throw Refusal.invalid("until", Reason.TOO_SOON);
        }
        if (until != null && until.isAfter(now.plus(LONGEST_REMOVAL))) {
            throw Refusal.invalid("until", Reason.TOO_LATE, (int) LONGEST_REMOVAL.toDays());
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

    /** How a room stands towards those who would like to come in. */
    record Door(RoomState state, RoomVisibility visibility, Instant newcomersClosedUntil) {

        private void checkNewcomers(Instant now) {
            if (newcomersClosedUntil == null || !now.isBefore(newcomersClosedUntil)) {
                return;
            }
            if (newcomersClosedUntil.equals(Room.UNTIL_REOPENED)) {
                throw Refusal.of(ErrorCode.ROOM_CLOSED_TO_NEWCOMERS);
            }
            throw Refusal.later(ErrorCode.ROOM_CLOSED_TO_NEWCOMERS, Duration.between(now, newcomersClosedUntil));
        }
    }

    enum Way {
        BY_THEMSELVES,
        /** Those who look after the room decide. */
        BY_REQUEST
    }
}
