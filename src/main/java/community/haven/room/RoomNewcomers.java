package community.haven.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import community.haven.account.Person;
import community.haven.audit.Audit;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Where those who look after a room close it to newcomers and open it again. Members are unaffected, and invitations hold. */
@ApplicationScoped
public class RoomNewcomers {

    public static final int MAX_MINUTES = 7 * 24 * 60;

    private final EntityManager entities;
    private final Rooms rooms;
    private final RoomSight sight;
    private final Event<Object> events;
    private final Audit audit;
    private final Clock clock;

    RoomNewcomers(EntityManager entities, Rooms rooms, RoomSight sight, Event<Object> events, Audit audit, Clock clock) {
        this.entities = entities;
        this.rooms = rooms;
        this.sight = sight;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Nobody comes in by themselves.
     *
     * @param minutes 1 to a week of them, or {@code null}: until somebody opens the room
     */
    @Transactional
    public RoomView close(Person person, UUID id, Integer minutes) {
        rooms.checkModerator(person, id);
        return set(person, id, minutes == null ? Room.UNTIL_REOPENED : until(minutes), "newcomers-closed");
    }

    @Transactional
    public RoomView open(Person person, UUID id) {
        rooms.checkModerator(person, id);
        return set(person, id, null, "newcomers-opened");
    }

    private RoomView set(Person person, UUID id, Instant until, String act) {
        Room room = sight.locked(person, id);
        if (room.newcomersClosedUntil == null && until == null) {
            return sight.view(room, person);
        }
        room.newcomersClosedUntil = until;
        room.newcomersOpenedAt = until == null ? Instant.now(clock) : room.newcomersOpenedAt;
        entities.flush();
        events.fire(RoomChanged.of(room));
        audit.record(person.id(), act, "room:" + id, null);
        return sight.view(room, person);
    }

    private Instant until(int minutes) {
        if (minutes < 1) {
            throw Refusal.invalid("minutes", Reason.TOO_SMALL, 1);
        }
        if (minutes > MAX_MINUTES) {
            throw Refusal.invalid("minutes", Reason.TOO_LARGE, MAX_MINUTES);
        }
        return Instant.now(clock).plus(Duration.ofMinutes(minutes));
    }
}
