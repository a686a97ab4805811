package community.haven.room;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.account.Accounts;
import community.haven.account.Person;
import community.haven.account.TimeCursor;
import community.haven.audit.Audit;
import community.haven.guidelines.Grounds;
import community.haven.guidelines.Guidelines;
import community.haven.notice.News;
import community.haven.notice.NoticeKind;
import community.haven.notice.Notices;
import community.haven.shared.ErrorCode;
import community.haven.shared.Page;
import community.haven.shared.Refusal;

/** Where those who look after a room see who would like to come in, and decide. */
@ApplicationScoped
public class RoomRequests {

    private final Rooms rooms;
    private final RoomSight sight;
    private final RequestRows requests;
    private final RemovalRows removals;
    private final Places places;
    private final Accounts accounts;
    private final Guidelines guidelines;
    private final Notices notices;
    private final Audit audit;
    private final Clock clock;

    RoomRequests(Rooms rooms, RoomSight sight, RequestRows requests, RemovalRows removals, Places places, Accounts accounts,
            Guidelines guidelines, Notices notices, Audit audit, Clock clock) {
        this.rooms = rooms;
        this.sight = sight;
        this.requests = requests;
        this.removals = removals;
        this.places = places;
        this.accounts = accounts;
        this.guidelines = guidelines;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who waits for an answer or for a place, the longest wait first. */
    @Transactional
    public Page<View> list(Person person, UUID room, String cursor, int limit) {
        rooms.checkModerator(person, room);
        TimeCursor from = TimeCursor.decode(cursor, TimeCursor.START);
        List<Request> found = requests.after(room, from.at(), from.id(), limit + 1);
        List<Request> page = found.subList(0, Math.min(limit, found.size()));
        List<UUID> people = page.stream().map(request -> request.who().account()).toList();
        Map<UUID, String> handles = accounts.allHandles(people);
        Map<UUID, MemberRemoval> removed = removals.inForce(room, people, Instant.now(clock));
        return new Page<>(page.stream().map(request -> view(request, handles, removed)).toList(),
                found.size() > limit ? TimeCursor.encode(page.get(limit - 1).askedAt(), people.get(limit - 1)) : null);
    }

    /**
     * Lets somebody in: at once where there is a place, otherwise when it is their turn. Whoever was taken out of the room is
     * welcome again.
     *
     * @throws Refusal {@code already-decided} when they do not ask any more, {@code room-archived}
     */
    @Transactional
    public void approve(Person person, UUID id, UUID account) {
        rooms.checkModerator(person, id);
        Room room = sight.locked(person, id);
        Membership who = asking(id, account);
        RoomPolicy.checkInvited(room.state, false);
        removals.end(who);
        requests.putInLine(who);
        places.moveUp(room);
        if (!rooms.member(id, account)) {
            notices.tell(account, News.of(NoticeKind.ROOM_LET_IN_LATER, id, room.name));
        }
        audit.record(person.id(), "join-approved", subject(who), null);
    }

    /**
     * Does not let somebody in. They read the reason.
     *
     * @throws Refusal {@code already-decided}, {@code invalid}
     */
    @Transactional
    public void refuse(Person person, UUID id, UUID account, String reason) {
        rooms.checkModerator(person, id);
        String checked = Grounds.reason(reason);
        Room room = sight.locked(person, id);
        Membership who = asking(id, account);
        requests.remove(who);
        notices.tell(account, News.of(NoticeKind.ROOM_NOT_LET_IN, id, room.name).because(null, checked));
        audit.record(person.id(), "join-refused", subject(who), null);
    }

    /** Of two who decide at once, the second finds it done. */
    private Membership asking(UUID room, UUID account) {
        return requests.of(new Membership(room, account)).filter(request -> request.state() == Belonging.ASKED)
                .orElseThrow(() -> Refusal.of(ErrorCode.ALREADY_DECIDED)).who();
    }

    private View view(Request request, Map<UUID, String> handles, Map<UUID, MemberRemoval> removed) {
        UUID account = request.who().account();
        return new View(account, handles.get(account), request.state(), request.askedAt(), request.note(),
                MemberRemovalView.of(guidelines, removed.get(account)));
    }

    private static String subject(Membership who) {
        return "room:" + who.room() + "/account:" + who.account();
    }

    /**
     * @param id of the account
     * @param state {@code asked} for an answer, or {@code waiting} for a place
     * @param note what they wrote; absent when nothing
     * @param removal that they were taken out of the room before; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(UUID id, String handle, Belonging state, Instant askedAt, String note, MemberRemovalView removal) {

        @Override
        public String toString() {
            return "View[" + id + ", " + state + "]";
        }
    }
}
