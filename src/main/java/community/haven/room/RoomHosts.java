package community.haven.room;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import community.haven.account.Accounts;
import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.audit.Audit;
import community.haven.notice.News;
import community.haven.notice.NoticeKind;
import community.haven.notice.Notices;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Who looks after a room. Everybody there learns that it changed, and whom it is about is told. */
@ApplicationScoped
public class RoomHosts {

    private final Guard guard;
    private final RoomSight sight;
    private final RoomRows rows;
    private final OfferRows offers;
    private final Places places;
    private final Accounts accounts;
    private final Notices notices;
    private final Event<HostsChanged> changed;
    private final Audit audit;

    RoomHosts(Guard guard, RoomSight sight, RoomRows rows, OfferRows offers, Places places, Accounts accounts, Notices notices,
            Event<HostsChanged> changed, Audit audit) {
        this.guard = guard;
        this.sight = sight;
        this.rows = rows;
        this.offers = offers;
        this.places = places;
        this.accounts = accounts;
        this.notices = notices;
        this.changed = changed;
        this.audit = audit;
    }

    /**
     * Makes a member of the room its host.
     *
     * @throws Refusal {@code invalid} unless somebody of that name has joined the room
     */
    @Transactional
    public RoomView appoint(Person person, UUID id, String handle) {
        guard.allow(person, Act.APPOINT_HOST);
        Room room = sight.locked(person, id);
        UUID account = member(id, handle);
        if (rows.setHost(new Membership(id, account), true)) {
            changed.fire(new HostsChanged(id));
            notices.tell(account, News.of(NoticeKind.HOST_APPOINTED, id, room.name));
            audit.record(person.id(), "host-appointed", subject(id, account), null);
        }
        return sight.view(room, person);
    }

    /** Somebody who is no host stays none. */
    @Transactional
    public RoomView dismiss(Person person, UUID id, UUID account) {
        guard.allow(person, Act.APPOINT_HOST);
        Room room = sight.locked(person, id);
        if (rows.setHost(new Membership(id, account), false)) {
            offers.removeFrom(id, account);
            changed.fire(new HostsChanged(id));
            places.tellWhenWithoutHost(room);
            notices.tell(account, News.of(NoticeKind.HOST_DISMISSED, id, room.name));
            audit.record(person.id(), "host-dismissed", subject(id, account), null);
        }
        return sight.view(room, person);
    }

    /** @throws Refusal {@code invalid} unless somebody of that name has joined the room */
    UUID member(UUID room, String handle) {
        return accounts.named(handle).filter(account -> rows.has(new Membership(room, account)))
                .orElseThrow(() -> Refusal.invalid("handle", Reason.NOT_POSSIBLE));
    }

    private static String subject(UUID room, UUID account) {
        return "room:" + room + "/account:" + account;
    }
}
