package community.haven.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.exception.ConstraintViolationException;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.account.TimeCursor;
import community.haven.audit.Audit;
import community.haven.shared.ErrorCode;
import community.haven.shared.Page;
import community.haven.shared.Refusal;

/** The rooms where people meet, and who has joined them. */
@ApplicationScoped
public class Rooms {

    private final EntityManager entities;
    private final RoomRows rows;
    private final RoomSight sight;
    private final TieRows ties;
    private final RequestRows requests;
    private final Places places;
    private final Guard guard;
    private final Audit audit;
    private final Event<Object> events;
    private final Clock clock;

    Rooms(EntityManager entities, RoomRows rows, RoomSight sight, TieRows ties, RequestRows requests, Places places,
            Guard guard,
            Audit audit, Event<Object> events, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.sight = sight;
        this.ties = ties;
        this.requests = requests;
        this.places = places;
        this.guard = guard;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** All rooms that this person may know of, in the order in which they were made. */
    @Transactional
    public Page<RoomView> list(Person person, String cursor, int limit) {
        List<Room> found = following(person, TimeCursor.decode(cursor, TimeCursor.START), limit + 1);
        List<Room> page = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(sight.views(page, person), found.size() > limit
                ? TimeCursor.encode(page.get(limit - 1).createdAt, page.get(limit - 1).id)
                : null);
    }

    /** The room, if this person may know of it; {@code not-found} otherwise. */
    @Transactional
    public RoomView openTo(Person person, UUID room) {
        return sight.view(sight.known(person, room), person);
    }

    /** Whether there is such a room, as far as this person may know. */
    public boolean knows(Person person, UUID room) {
        return ties.knows(person, room);
    }

    /** Refuses with {@code not-found} or {@code not-a-member} unless this person may read the room: members may, and staff. */
    @Transactional
    public void checkReader(Person person, UUID room) {
        if (!member(room, person.id())) {
            sight.checkKnown(person, room);
            RoomPolicy.checkRead(false, person.isStaff());
        }
    }

    /** Whether this person looks after the room: its hosts do, and staff. */
    public boolean moderates(Person person, UUID room) {
        return person.isStaff() || isHost(person, room);
    }

    /**
     * For whatever a host does in their room, and staff in every room.
     *
     * @throws Refusal {@code not-found}, and as {@link Guard#allow} does
     */
    @Transactional
    public void checkModerator(Person person, UUID room) {
        allowModerator(person, room);
        sight.checkKnown(person, room);
    }

    @Transactional
    public RoomView create(Person person, RoomForm form) {
        guard.allow(person, Act.CREATE_ROOM);
        Room room = make(form);
        audit.record(person.id(), "room-created", subject(room.id), null);
        return sight.view(room, person);
    }

    /** Changes a room, if it is still the version that the moderator has seen. */
    @Transactional
    public RoomView edit(Person person, UUID id, long version, RoomForm form) {
        guard.allow(person, Act.EDIT_ROOM);
        Room room = sight.locked(id);
        if (room.version != version) {
            throw Refusal.of(ErrorCode.CHANGED_MEANWHILE);
        }
        RoomForm checked = form.forEditOf(room);
        RoomPolicy.checkCapacity(checked.capacity(), rows.count(room.id));
        checked.writeTo(room);
        flushed();
        // Saving what was there already is no change, and nobody need hear of it.
        if (room.version != version) {
            events.fire(RoomChanged.of(room));
            letIn(room);
            audit.record(person.id(), "room-changed", subject(room.id), null);
        }
        return sight.view(room, person);
    }

    /**
     * Sets how fast people talk, for hosts of the room and staff. Of two who set the same at once the later one counts.
     *
     * @throws Refusal {@code room-archived}, {@code invalid}, and as {@link #checkModerator} does
     */
    @Transactional
    public RoomView setPace(Person person, UUID id, PaceRequest pace) {
        guard.allow(person, Act.SET_PACE);
        allowModerator(person, id);
        Room room = sight.locked(person, id);
        long version = room.version;
        pace.writeTo(room);
        flushed();
        if (room.version != version) {
            events.fire(RoomChanged.of(room));
            audit.record(person.id(), "room-pace-changed", subject(room.id), null);
        }
        return sight.view(room, person);
    }

    /** Whether the others in a room see one's name while one is there. */
    @Transactional
    public void appear(Person person, UUID room, boolean named) {
        guard.allow(person, Act.APPEAR);
        sight.checkKnown(person, room);
        RoomPolicy.checkRead(member(room, person.id()), false);
        if (rows.setNamed(new Membership(room, person.id()), named)) {
            events.fire(new AppearanceChanged(room, person.id(), named));
        }
    }

    /**
     * Whether others see somebody's name while they are in a room that they may read; empty for staff who are no members.
     *
     * @throws Refusal as {@link #checkReader}
     */
    @Transactional
    public Optional<Boolean> appearance(Person person, UUID room) {
        Optional<Boolean> named = rows.named(new Membership(room, person.id()));
        if (named.isEmpty()) {
            checkReader(person, room);
        }
        return named;
    }

    public boolean member(UUID room, UUID account) {
        return rows.has(new Membership(room, account));
    }

    /** What these people are in these rooms at this moment; where they have not joined, it is left out. */
    public Map<Membership, RoomRole> roles(Collection<Membership> asked) {
        return rows.roles(asked);
    }

    /**
     * What decides whether people have the floor in rooms at this moment; rooms that do not exist are left out. Whoever lets
     * them
     * speak by it holds their accounts first ({@link AccountLocks#together}).
     */
    public Map<Membership, Floor> floors(Collection<Membership> asked) {
        return rows.floors(asked);
    }

    /** What decides whether one person has the floor in a room that exists. */
    public Floor floor(Person person, UUID room) {
        Membership membership = new Membership(room, person.id());
        return floors(Set.of(membership)).get(membership);
    }

    /** Who looks after each of the given rooms; rooms without a host are left out. */
    public Map<UUID, List<UUID>> hosts(Collection<UUID> rooms) {
        return rows.hosts(rooms);
    }

    /**
     * Holds a room to commit, for what may happen in it once at a time.
     *
     * @throws Refusal {@code not-found}
     */
    @Transactional(TxType.MANDATORY)
    public void hold(UUID room) {
        sight.locked(room);
    }

    /** What the given rooms are called now; those that do not exist are left out. */
    public Map<UUID, String> names(Collection<UUID> rooms) {
        return rows.names(rooms);
    }

    /** For how long the given rooms keep their history; those that do not exist are left out. */
    public Map<UUID, Duration> retention(Collection<UUID> rooms) {
        return rows.retention(rooms);
    }

    /** Makes a room on nobody's behalf. */
    Room make(RoomForm form) {
        Room room = new Room();
        room.id = UUID.randomUUID();
        room.createdAt = Instant.now(clock);
        form.forNewRoom().writeTo(room);
        entities.persist(room);
        flushed();
        events.fire(new RoomCreated(room.id));
        return room;
    }

    boolean none() {
        return rows.none();
    }

    private boolean isHost(Person person, UUID room) {
        Membership membership = new Membership(room, person.id());
        return rows.roles(Set.of(membership)).get(membership) == RoomRole.HOST;
    }

    private void allowModerator(Person person, UUID room) {
        guard.allow(person, isHost(person, room) ? Act.HOST_ROOM : Act.MODERATE_ROOM);
    }

    private void flushed() {
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            if ("room_name".equals(e.getConstraintName())) {
                throw Refusal.of(ErrorCode.ROOM_NAME_TAKEN);
            }
            throw e;
        }
    }

    /** A room that has become larger has places; one that has opened its door leaves nobody waiting for an answer. */
    private void letIn(Room room) {
        if (room.visibility == RoomVisibility.OPEN) {
            requests.putAllInLine(room.id, Instant.now(clock));
        }
        places.moveUp(room);
    }

    private List<Room> following(Person person, TimeCursor last, int limit) {
        return entities.createNativeQuery("select r.* from room r where " + TieRows.KNOWN + """
                and (r.created_at > :at or r.created_at = :at and r.id > :id) order by r.created_at, r.id""", Room.class)
                .setParameter("staff", person.isStaff()).setParameter("account", person.id())
                .setParameter("now", Instant.now(clock)).setParameter("at", last.at()).setParameter("id", last.id())
                .setMaxResults(limit).getResultList();
    }

    private static String subject(UUID room) {
        return "room:" + room;
    }
}
