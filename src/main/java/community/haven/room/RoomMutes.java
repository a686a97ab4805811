package community.haven.room;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import community.haven.account.AccountLocks;
import community.haven.account.Accounts;
import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.audit.Audit;
import community.haven.guidelines.Grounds;
import community.haven.guidelines.Guidelines;
import community.haven.notice.News;
import community.haven.notice.NoticeKind;
import community.haven.notice.Notices;
import community.haven.room.RoomMutePolicy.Subject;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/**
 * Who is not heard in a room for a time: they read, and whatever of theirs others would see is refused. Whoever decides holds
 * the person's account to commit, so of two at once one wins. A mute ends by being compared with the clock, and it stays with
 * the person who leaves the room and comes back.
 */
@ApplicationScoped
public class RoomMutes {

    private final Rooms rooms;
    private final RoomMuteRows rows;
    private final Guard guard;
    private final Guidelines guidelines;
    private final Accounts accounts;
    private final AccountLocks locks;
    private final Notices notices;
    private final Audit audit;
    private final RoomMuteConfig config;
    private final Clock clock;

    RoomMutes(Rooms rooms, RoomMuteRows rows, Guard guard, Guidelines guidelines, Accounts accounts, AccountLocks locks,
            Notices notices, Audit audit, RoomMuteConfig config, Clock clock) {
        this.rooms = rooms;
        this.rows = rows;
        this.guard = guard;
        this.guidelines = guidelines;
        this.accounts = accounts;
        this.locks = locks;
        this.notices = notices;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Whether somebody may do in a room what others see there, until the commit of what they do: a mute waits for it, or is
     * waited for. The caller holds the room's order already if it needs it.
     *
     * @throws Refusal {@code muted-in-room}, with the time that is left
     */
    @Transactional(TxType.MANDATORY)
    public void checkHeard(UUID room, UUID account) {
        locks.together(Set.of(account));
        Membership membership = new Membership(room, account);
        Instant now = clock.instant();
        RoomPolicy.checkHeard(rows.find(membership, now).map(RoomMute::until).orElse(null), now);
    }

    /**
     * @throws Refusal {@code not-found} where they have not joined, {@code not-about-yourself}, {@code not-allowed},
     *         {@code unknown-rule}, {@code invalid}, and {@code already-measured} when they are muted there already
     */
    @Transactional
    public RoomMuteView mute(Person person, UUID room, UUID account, RoomMuteRequest request) {
        allow(person, room);
        Grounds grounds = Grounds.of(guidelines, request.rule(), request.reason());
        Membership membership = new Membership(room, account);
        check(person, membership);
        Instant now = clock.instant();
        RoomMutePolicy.checkUntil(request.until(), now, person.isStaff() ? config.byStaff() : config.byHosts());
        if (rows.find(membership, now).isPresent()) {
            throw Refusal.of(ErrorCode.ALREADY_MEASURED);
        }
        // What is over tells nobody anything any more, and this is the moment when its place may be needed.
        rows.removeEnded(now);
        RoomMute mute = new RoomMute(room, account, grounds.rule(), grounds.reason(), now, request.until(), person.isStaff());
        rows.add(mute);
        done(person, mute, "muted-in-room",
                news(NoticeKind.MUTED_IN_ROOM, room).because(mute.rule(), mute.reason()).until(mute.until()));
        return views(List.of(mute)).get(0);
    }

    /**
     * Lets somebody be heard again before the time is over.
     *
     * @throws Refusal {@code not-found} where they have not joined, {@code wrong-state} where nobody has muted them,
     *         {@code not-about-yourself}, {@code not-allowed}, {@code invalid}
     */
    @Transactional
    public void lift(Person person, UUID room, UUID account, String reason) {
        allow(person, room);
        String checked = Grounds.reason(reason);
        Membership membership = new Membership(room, account);
        check(person, membership);
        RoomMute mute = rows.find(membership, clock.instant()).orElseThrow(() -> Refusal.of(ErrorCode.WRONG_STATE));
        RoomMutePolicy.checkLifting(person, mute);
        rows.remove(membership);
        done(person, mute, "mute-in-room-lifted", news(NoticeKind.MUTE_IN_ROOM_LIFTED, room).because(mute.rule(), checked));
    }

    /** Everybody who is not heard in a room just now, for those who look after it. */
    @Transactional
    public List<RoomMuteView> of(Person person, UUID room) {
        rooms.checkModerator(person, room);
        return views(rows.of(room, clock.instant()));
    }

    private void allow(Person person, UUID room) {
        guard.allow(person, Act.MUTE_IN_ROOM);
        rooms.checkModerator(person, room);
    }

    /** Holds the account to commit. Whoever has not joined is as little known here as somebody who does not exist. */
    private void check(Person person, Membership membership) {
        Role siteRole = locks.alone(membership.account());
        RoomRole role = rooms.roles(Set.of(membership)).get(membership);
        if (role == null) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        RoomMutePolicy.checkSubject(person, new Subject(membership.account(), siteRole, role));
    }

    private News news(NoticeKind kind, UUID room) {
        return News.of(kind, room, rooms.names(Set.of(room)).get(room));
    }

    private void done(Person person, RoomMute mute, String act, News news) {
        notices.tell(mute.account(), news);
        audit.record(person.id(), act, "room:" + mute.room() + "/account:" + mute.account(), mute.rule());
    }

    private List<RoomMuteView> views(List<RoomMute> mutes) {
        Map<UUID, String> handles = accounts.allHandles(mutes.stream().map(RoomMute::account).toList());
        return mutes.stream().map(mute -> RoomMuteView.of(mute, handles.get(mute.account()), guidelines)).toList();
    }
}
