package community.haven.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import community.haven.account.Accounts;
import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.room.MembershipEnded;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** Who comes to a session and who waits for a place. Everything happens under the lock of the session's row. */
@ApplicationScoped
class Places {

    private final MeetingRows rows;
    private final PlaceRows places;
    private final MeetingNotices notices;
    private final MeetingPolicy policy;
    private final Rooms rooms;
    private final Accounts accounts;
    private final Guard guard;
    private final Clock clock;

    Places(MeetingRows rows, PlaceRows places, MeetingNotices notices, MeetingConfig config, Rooms rooms, Accounts accounts,
            Guard guard, Clock clock) {
        this.rows = rows;
        this.places = places;
        this.notices = notices;
        this.policy = new MeetingPolicy(config);
        this.rooms = rooms;
        this.accounts = accounts;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Takes a place, or joins the line when there is none; once is as good as twice.
     *
     * @throws Refusal {@code not-a-member}, {@code wrong-state} when it is too late
     */
    @Transactional
    void take(Person person, UUID id) {
        guard.allow(person, Act.TAKE_PLACE);
        UUID room = rows.find(id).room();
        rooms.openTo(person, room);
        Meeting meeting = rows.locked(id);
        checkMember(person, room);
        if (!policy.at(meeting.course(), clock.instant()).state().takesPeople()) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
        add(meeting, person.id());
    }

    /** Gives a place back, or leaves the line; whoever has waited longest moves up and is told. */
    @Transactional
    void giveBack(Person person, UUID id) {
        guard.allow(person, Act.GIVE_PLACE_BACK);
        rooms.openTo(person, rows.find(id).room());
        remove(rows.locked(id), person.id());
    }

    /**
     * Comes every week from now on, with a place at each session that has not begun, or in its line.
     *
     * @throws Refusal {@code not-a-member}, {@code wrong-state} when the series is over
     */
    @Transactional
    void takeEveryWeek(Person person, UUID id) {
        guard.allow(person, Act.TAKE_PLACE);
        UUID room = rows.series(id).room();
        rooms.openTo(person, room);
        rows.lockedSeries(id);
        List<Meeting> ahead = rows.locked(rows.idsAhead(id));
        checkMember(person, room);
        if (rows.isEnded(id)) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
        places.addRegular(id, person.id(), clock.instant());
        ahead.forEach(meeting -> add(meeting, person.id()));
    }

    /** Comes no longer every week, and to none of the sessions that have not begun. */
    @Transactional
    void giveBackEveryWeek(Person person, UUID id) {
        guard.allow(person, Act.GIVE_PLACE_BACK);
        rooms.openTo(person, rows.series(id).room());
        rows.lockedSeries(id);
        places.removeRegular(id, person.id());
        rows.locked(rows.idsAhead(id)).forEach(meeting -> remove(meeting, person.id()));
    }

    /**
     * Who comes, for whoever leads the session and nobody else.
     *
     * @throws Refusal {@code not-allowed}
     */
    @Transactional
    Coming coming(Person person, UUID id) {
        Meeting meeting = rows.find(id);
        rooms.checkReader(person, meeting.room());
        if (!person.id().equals(meeting.host()) && !person.id().equals(meeting.leader())) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
        List<UUID> coming = places.coming(id);
        Map<UUID, String> handles = accounts.handlesFor(person, coming);
        return new Coming(coming.stream().filter(handles::containsKey)
                .map(account -> new MeetingView.Somebody(account, handles.get(account))).toList());
    }

    /** Whoever leaves a room leaves its sessions. Every session is held, so that nobody takes a place in between. */
    void onEnd(@Observes MembershipEnded ended) {
        places.removeRegularOf(ended.room(), ended.account());
        List<UUID> ids = rows.notOverIn(Set.of(ended.room())).stream().map(Meeting::id).toList();
        rows.locked(ids).forEach(meeting -> remove(meeting, ended.account()));
    }

    /** Gives what places there are to those who wait. */
    @Transactional(TxType.MANDATORY)
    void fill(Meeting meeting) {
        if (!policy.at(meeting.course(), clock.instant()).state().takesPeople()) {
            return;
        }
        for (int free = meeting.places() - places.countHeld(meeting.id()); free > 0; free--) {
            places.moveUp(meeting.id()).ifPresent(account -> notices.movedUp(meeting, account));
        }
    }

    private void add(Meeting meeting, UUID account) {
        places.add(meeting.id(), account, places.countHeld(meeting.id()) < meeting.places(), clock.instant());
    }

    private void remove(Meeting meeting, UUID account) {
        if (places.remove(meeting.id(), account)) {
            fill(meeting);
        }
    }

    private void checkMember(Person person, UUID room) {
        if (!rooms.member(room, person.id())) {
            throw Refusal.of(ErrorCode.NOT_A_MEMBER);
        }
    }

    record Coming(List<MeetingView.Somebody> items) {
    }
}
