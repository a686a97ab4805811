package community.haven.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import community.haven.account.Accounts;
import community.haven.account.Person;
import community.haven.account.TimeCursor;
import community.haven.audit.Audit;
import community.haven.guidelines.Grounds;
import community.haven.guidelines.Guidelines;
import community.haven.notice.News;
import community.haven.notice.NoticeKind;
import community.haven.notice.Notices;
import community.haven.room.RoomRows.Member;
import community.haven.shared.ErrorCode;
import community.haven.shared.Page;
import community.haven.shared.Refusal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Where those who look after a room see who is in it, and take somebody out. */
@ApplicationScoped
public class RoomMembers {

    /** So long a removal is kept when it is over, for those who wonder what became of somebody. */
    private static final Duration KEPT_AFTERWARDS = Duration.ofDays(30);

    private final Rooms rooms;
    private final RoomSight sight;
    private final RoomRows rows;
    private final RemovalRows removals;
    private final Keepers keepers;
    private final Places places;
    private final Accounts accounts;
    private final Guidelines guidelines;
    private final Notices notices;
    private final Audit audit;
    private final Clock clock;

    RoomMembers(Rooms rooms, RoomSight sight, RoomRows rows, RemovalRows removals, Keepers keepers, Places places,
            Accounts accounts, Guidelines guidelines, Notices notices, Audit audit, Clock clock) {
        this.rooms = rooms;
        this.sight = sight;
        this.rows = rows;
        this.removals = removals;
        this.keepers = keepers;
        this.places = places;
        this.accounts = accounts;
        this.guidelines = guidelines;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who has joined, in the order in which they did. */
    @Transactional
    public Page<View> list(Person person, UUID room, String cursor, int limit) {
        rooms.checkModerator(person, room);
        TimeCursor from = TimeCursor.decode(cursor, TimeCursor.START);
        List<Member> found = rows.members(room, from.at(), from.id(), limit + 1);
        List<Member> page = found.subList(0, Math.min(limit, found.size()));
        Map<UUID, String> handles = accounts.allHandles(page.stream().map(Member::account).toList());
        return new Page<>(page.stream()
                .map(member -> new View(member.account(), handles.get(member.account()), member.at(), member.host())).toList(),
                found.size() > limit ? TimeCursor.encode(page.get(limit - 1).at(), page.get(limit - 1).account()) : null);
    }

    /**
     * Takes somebody out of the room. They read why, stay a member of Haven, and may ask to come back.
     *
     * @throws Refusal {@code not-about-yourself}, {@code not-allowed} about staff or another host unless staff decides,
     *         {@code unknown-rule}, {@code invalid}, {@code not-found} when they have not joined
     */
    @Transactional
    public void remove(Person person, UUID id, UUID account, MemberRemovalRequest request) {
        rooms.checkModerator(person, id);
        Grounds grounds = Grounds.of(guidelines, request.rule(), request.reason());
        Instant now = Instant.now(clock);
        RoomPolicy.checkRemovalUntil(request.until(), now);
        Room room = sight.locked(person, id);
        if (!rooms.member(id, account)) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        RoomPolicy.checkRemoval(person, account, keepers.hosts(id).contains(account) || accounts.isStaff(account));
        removals.add(new Membership(id, account), grounds, request.until(), person.id(), now);
        places.take(room, account);
        notices.tell(account, News.of(NoticeKind.ROOM_REMOVED, id, room.name).because(grounds.rule(), grounds.reason())
                .until(request.until()));
        audit.record(person.id(), "member-removed", "room:" + id + "/account:" + account, grounds.rule());
    }

    @Scheduled(identity = "old-room-removals", every = "6h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        removals.forgetBefore(Instant.now(clock).minus(KEPT_AFTERWARDS));
    }

    /** Somebody who has joined a room. */
    public record View(UUID id, String handle, Instant joinedAt, boolean host) {
    }
}
