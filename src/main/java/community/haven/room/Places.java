package community.haven.room;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import community.haven.account.AccountLocks;
import community.haven.account.AccountState;
import community.haven.account.LoginGate;
import community.haven.account.Standing;
import community.haven.notice.News;
import community.haven.notice.NoticeKind;
import community.haven.notice.Notices;

/**
 * The places of a room, given and taken within the caller's transaction. The caller holds the row of the room: so there are
 * never more members than places, and nobody is passed over.
 */
@Singleton
class Places {

    private final RoomRows rows;
    private final RequestRows requests;
    private final RemovalRows removals;
    private final Keepers keepers;
    private final Notices notices;
    private final AccountLocks locks;
    private final LoginGate gate;
    private final Event<Object> events;
    private final Clock clock;

    Places(RoomRows rows, RequestRows requests, RemovalRows removals, Keepers keepers, Notices notices, AccountLocks locks,
            LoginGate gate, Event<Object> events, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.removals = removals;
        this.keepers = keepers;
        this.notices = notices;
        this.locks = locks;
        this.gate = gate;
        this.events = events;
        this.clock = clock;
    }

    boolean areFree(Room room) {
        return rows.count(room.id) < room.capacity;
    }

    /** @param byOpenDoor whether they came in by themselves, by the door that is open to everybody */
    void give(Room room, UUID account, boolean byOpenDoor) {
        Membership who = new Membership(room.id, account);
        requests.remove(who);
        removals.end(who);
        rows.add(who, Instant.now(clock), byOpenDoor);
        events.fire(new MembershipBegan(room.id, account));
    }

    /** Takes a place away, if there was one, and gives it to whoever waits. */
    boolean take(Room room, UUID account) {
        boolean host = keepers.hosts(room.id).contains(account);
        if (!rows.remove(new Membership(room.id, account))) {
            return false;
        }
        events.fire(new MembershipEnded(room.id, account));
        if (host) {
            events.fire(new HostsChanged(room.id));
            tellWhenWithoutHost(room);
        }
        moveUp(room);
        return true;
    }

    /** Gives free places to those who have waited longest. Whoever cannot come just now keeps their place in line. */
    void moveUp(Room room) {
        int free = room.capacity - rows.count(room.id);
        if (room.state == RoomState.ARCHIVED || free <= 0) {
            return;
        }
        requests.line(room.id).stream().filter(this::canCome).limit(free).forEach(account -> {
            give(room, account, false);
            notices.tell(account, News.of(NoticeKind.ROOM_LET_IN, room.id, room.name));
        });
    }

    /** A room without anybody who looks after it is one for the moderators to know of. */
    void tellWhenWithoutHost(Room room) {
        if (keepers.hosts(room.id).isEmpty()) {
            keepers.tellStaff(News.of(NoticeKind.ROOM_WITHOUT_HOST, room.id, room.name));
        }
    }

    private boolean canCome(UUID account) {
        return locks.together(Set.of(account)).get(account) == AccountState.ACTIVE
                && gate.standingOf(account).compareTo(Standing.SUSPENDED) < 0;
    }
}
