package community.haven.room;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import community.haven.account.Accounts;
import community.haven.account.Person;
import community.haven.guidelines.Guidelines;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** Rooms as one person may see them. Where somebody may not know of a room, there is none. */
@Singleton
class RoomSight {

    /** Waiting for a room's row is bounded; whoever waited in vain is asked to come again. */
    private static final Map<String, Object> LOCK_WAIT = Map.of("jakarta.persistence.lock.timeout", 5_000);

    private final EntityManager entities;
    private final RoomRows rows;
    private final TieRows ties;
    private final Accounts accounts;
    private final RoomMuteRows mutes;
    private final Readings readings;
    private final Guidelines guidelines;
    private final Clock clock;

    RoomSight(EntityManager entities, RoomRows rows, TieRows ties, Accounts accounts, RoomMuteRows mutes,
            Readings readings, Guidelines guidelines, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.ties = ties;
        this.accounts = accounts;
        this.mutes = mutes;
        this.readings = readings;
        this.guidelines = guidelines;
        this.clock = clock;
    }

    /** @throws Refusal {@code not-found} */
    Room known(Person person, UUID room) {
        checkKnown(person, room);
        return existing(entities.find(Room.class, room));
    }

    /**
     * The same, held to commit. Whether they may know of it is asked first: a wait for the lock would tell.
     *
     * @throws Refusal {@code not-found}
     */
    Room locked(Person person, UUID room) {
        checkKnown(person, room);
        return locked(room);
    }

    /** A room that is there, held to commit, on nobody's behalf. */
    Room locked(UUID room) {
        return existing(entities.find(Room.class, room, LockModeType.PESSIMISTIC_WRITE, LOCK_WAIT));
    }

    /** @throws Refusal {@code not-found} */
    void checkKnown(Person person, UUID room) {
        if (!ties.knows(person, room)) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
    }

    RoomView view(Room room, Person person) {
        return views(List.of(room), person).get(0);
    }

    /** With how far this person has read, which is for whoever looks and too dear for every question whether they may. */
    List<RoomView> views(List<Room> rooms, Person person) {
        List<RoomView> views = unread(rooms, person);
        Map<UUID, Readings.Reading> read = readings.of(person,
                views.stream().filter(RoomView::member).map(RoomView::id).toList(),
                views.stream().filter(view -> view.host() || person.isStaff()).map(RoomView::id).toList());
        return views.stream().map(view -> view.member() ? view.with(read.get(view.id())) : view).toList();
    }

    private List<RoomView> unread(List<Room> rooms, Person person) {
        List<UUID> ids = rooms.stream().map(room -> room.id).toList();
        Map<UUID, Integer> members = rows.counts(ids);
        Map<UUID, List<UUID>> hosts = rows.hosts(ids);
        Map<UUID, Tie> own = ties.of(person.id(), ids);
        Map<Membership, Instant> muted = mutes
                .inForce(ids.stream().map(id -> new Membership(id, person.id())).toList(), clock.instant());
        Map<UUID, String> handles = accounts.handlesFor(person, Stream.concat(hosts.values().stream().flatMap(List::stream),
                own.values().stream().map(Tie::offer).filter(Objects::nonNull)
                        .flatMap(offer -> Stream.of(offer.from(), offer.to())))
                .distinct().toList());
        return rooms.stream().map(room -> RoomView.of(room, members.getOrDefault(room.id, 0), own.get(room.id), guidelines,
                person, hosts.getOrDefault(room.id, List.of()).stream().filter(handles::containsKey)
                        .map(host -> new RoomView.Host(host, handles.get(host)))
                        .toList(),
                handles, muted.get(new Membership(room.id, person.id()))))
                .toList();
    }

    private static Room existing(Room room) {
        if (room == null) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        return room;
    }
}
