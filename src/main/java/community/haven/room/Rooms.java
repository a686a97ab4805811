package community.haven.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;

import community.haven.account.Accounts;
import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.audit.Audit;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Page;
import community.haven.shared.Refusal;

/** The rooms where people meet, and who has joined them. */
@ApplicationScoped
public class Rooms {

    /** Waiting for a room's row is bounded; whoever waited in vain is asked to come again. */
    private static final Map<String, Object> LOCK_WAIT = Map.of("jakarta.persistence.lock.timeout", 5_000);

    private final EntityManager entities;
    private final RoomRows rows;
    private final Readings readings;
    private final Accounts accounts;
    private final Guard guard;
    private final Audit audit;
    private final Event<Object> events;
    private final Clock clock;

    Rooms(EntityManager entities, RoomRows rows, Readings readings, Accounts accounts, Guard guard, Audit audit,
            Event<Object> events,
            Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.readings = readings;
        this.accounts = accounts;
        this.guard = guard;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** All rooms that this person may know of, in the order in which they were made. */
    @Transactional
    public Page<RoomView> list(Person person, UUID after, int limit) {
        List<Room> found = after == null ? first(limit + 1) : following(after, limit + 1);
        List<Room> rooms = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(read(views(rooms, person), person), found.size() > limit ? rooms.get(limit - 1).id.toString() : null);
    }

    /** The room, if this person may know of it; {@code not-found} otherwise. */
    @Transactional
    public RoomView openTo(Person person, UUID room) {
        return shown(existing(entities.find(Room.class, room)), person);
    }

    /** Refuses with {@code not-found} or {@code not-a-member} unless this person may read the room: members may, and staff. */
    @Transactional
    public void checkReader(Person person, UUID room) {
        existing(entities.find(Room.class, room));
        RoomPolicy.checkRead(member(room, person.id()), person.isStaff());
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
        guard.allow(person, isHost(person, room) ? Act.HOST_ROOM : Act.MODERATE_ROOM);
        openTo(person, room);
    }

    @Transactional
    public RoomView create(Person person, RoomForm form) {
        guard.allow(person, Act.CREATE_ROOM);
        Room room = make(form);
        audit.record(person.id(), "room-created", subject(room.id), null);
        return shown(room, person);
    }

    /** Changes a room, if it is still the version that the moderator has seen. */
    @Transactional
    public RoomView edit(Person person, UUID id, long version, RoomForm form) {
        guard.allow(person, Act.EDIT_ROOM);
        Room room = locked(id);
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
            audit.record(person.id(), "room-changed", subject(room.id), null);
        }
        return shown(room, person);
    }

    /** Joining again changes nothing. */
    @Transactional
    public RoomView join(Person person, UUID id) {
        guard.allow(person, Act.JOIN_ROOM);
        // The lock is taken before anything is counted and held to commit: the last place goes to one person.
        Room room = locked(id);
        Membership membership = new Membership(id, person.id());
        if (!rows.has(membership)) {
            RoomPolicy.checkJoin(room.state, rows.count(id), room.capacity);
            rows.add(membership, Instant.now(clock));
            events.fire(new MembershipBegan(id, person.id()));
        }
        return shown(room, person);
    }

    /** Leaving a room one has not joined changes nothing. */
    @Transactional
    public void leave(Person person, UUID id) {
        guard.allow(person, Act.LEAVE_ROOM);
        openTo(person, id);
        if (rows.remove(new Membership(id, person.id()))) {
            events.fire(new MembershipEnded(id, person.id()));
        }
    }

    /**
     * Makes a member of the room its host.
     *
     * @throws Refusal {@code invalid} unless somebody of that name has joined the room
     */
    @Transactional
    RoomView appoint(Person person, UUID room, String handle) {
        guard.allow(person, Act.APPOINT_HOST);
        openTo(person, room);
        UUID account = accounts.named(handle).filter(id -> member(room, id))
                .orElseThrow(() -> Refusal.invalid("handle", Reason.NOT_POSSIBLE));
        if (rows.setHost(new Membership(room, account), true)) {
            audit.record(person.id(), "host-appointed", subject(room) + "/account:" + account, null);
        }
        return openTo(person, room);
    }

    /** Somebody who is no host stays none. */
    @Transactional
    RoomView dismiss(Person person, UUID room, UUID account) {
        guard.allow(person, Act.APPOINT_HOST);
        openTo(person, room);
        if (rows.setHost(new Membership(room, account), false)) {
            audit.record(person.id(), "host-dismissed", subject(room) + "/account:" + account, null);
        }
        return openTo(person, room);
    }

    public boolean member(UUID room, UUID account) {
        return rows.has(new Membership(room, account));
    }

    /** Those of the given memberships that exist at this moment. */
    public Set<Membership> membersAmong(Collection<Membership> asked) {
        return rows.among(asked);
    }

    /** How the given rooms stand at this moment; those that do not exist are left out. */
    public Map<UUID, RoomState> states(Collection<UUID> rooms) {
        return rows.states(rooms);
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
        room.visibility = RoomVisibility.OPEN;
        form.forNewRoom().writeTo(room);
        entities.persist(room);
        flushed();
        events.fire(new RoomCreated(room.id));
        return room;
    }

    boolean none() {
        return first(1).isEmpty();
    }

    private boolean isHost(Person person, UUID room) {
        return rows.hosts(List.of(room)).getOrDefault(room, List.of()).contains(person.id());
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

    private List<Room> first(int limit) {
        return entities.createQuery("from Room order by createdAt, id", Room.class).setMaxResults(limit).getResultList();
    }

    private List<Room> following(UUID after, int limit) {
        Room last = entities.find(Room.class, after);
        if (last == null) {
            throw Refusal.invalid("cursor", Reason.NOT_POSSIBLE);
        }
        return entities.createQuery("""
                from Room where createdAt > :at or (createdAt = :at and id > :id)
                order by createdAt, id""", Room.class)
                .setParameter("at", last.createdAt).setParameter("id", last.id).setMaxResults(limit).getResultList();
    }

    private Room locked(UUID id) {
        return existing(entities.find(Room.class, id, LockModeType.PESSIMISTIC_WRITE, LOCK_WAIT));
    }

    private static Room existing(Room room) {
        if (room == null) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        return room;
    }

    private RoomView shown(Room room, Person person) {
        return read(views(List.of(room), person), person).get(0);
    }

    private List<RoomView> views(List<Room> rooms, Person person) {
        List<UUID> ids = rooms.stream().map(room -> room.id).toList();
        Map<UUID, Integer> members = rows.counts(ids);
        Map<UUID, List<UUID>> hosts = rows.hosts(ids);
        Map<UUID, String> handles = accounts.handlesFor(person,
                hosts.values().stream().flatMap(List::stream).distinct().toList());
        Set<Membership> joined = rows.among(ids.stream().map(id -> new Membership(id, person.id())).toList());
        return rooms.stream().map(room -> RoomView.of(room, members.getOrDefault(room.id, 0),
                joined.contains(new Membership(room.id, person.id())), person,
                hosts.getOrDefault(room.id, List.of()).stream().filter(handles::containsKey)
                        .map(host -> new RoomView.Host(host, handles.get(host)))
                        .toList()))
                .toList();
    }

    /** With how far this person has read, which is for whoever looks and too dear for every question whether they may. */
    private List<RoomView> read(List<RoomView> views, Person person) {
        Map<UUID, Readings.Reading> read = readings.of(person,
                views.stream().filter(RoomView::member).map(RoomView::id).toList(),
                views.stream().filter(view -> view.host() || person.isStaff()).map(RoomView::id).toList());
        return views.stream().map(view -> view.member() ? view.with(read.get(view.id())) : view).toList();
    }

    private static String subject(UUID room) {
        return "room:" + room;
    }
}
