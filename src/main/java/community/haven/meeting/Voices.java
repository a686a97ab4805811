package community.haven.meeting;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import community.haven.room.Membership;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** Who may write, at one moment, in those of some rooms that open for sessions alone. */
public final class Voices {

    static final Voices OF_EVERYBODY = new Voices(Map.of());

    private final Map<UUID, Room> rooms;

    Voices(Map<UUID, Room> rooms) {
        this.rooms = rooms;
    }

    /**
     * @param staff whether they may do what staff may
     * @throws Refusal {@code between-sessions}, with the time when the next one opens if there is one; {@code no-place}
     */
    public void check(Membership who, boolean staff) {
        Room room = rooms.get(who.room());
        if (room == null) {
            return;
        }
        if (!room.isOn()) {
            throw Refusal.until(ErrorCode.BETWEEN_SESSIONS, room.opensAt());
        }
        if (!staff && !room.heard().contains(who.account())) {
            throw Refusal.of(ErrorCode.NO_PLACE);
        }
    }

    /**
     * A room that opens for sessions alone.
     *
     * @param opensAt when the next session opens; {@code null} when none is planned
     * @param heard who may write while one is on
     */
    record Room(boolean isOn, Instant opensAt, Set<UUID> heard) {
    }
}
