package community.haven.room;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.audit.Audit;
import community.haven.notice.News;
import community.haven.notice.NoticeKind;
import community.haven.notice.Notices;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** How a host hands a room over to another member: it is offered, and changes hands when the other agrees. */
@ApplicationScoped
public class HandOver {

    private final Guard guard;
    private final RoomSight sight;
    private final RoomRows rows;
    private final OfferRows offers;
    private final RoomHosts hosts;
    private final Keepers keepers;
    private final Notices notices;
    private final Event<HostsChanged> changed;
    private final Audit audit;
    private final Clock clock;

    HandOver(Guard guard, RoomSight sight, RoomRows rows, OfferRows offers, RoomHosts hosts, Keepers keepers, Notices notices,
            Event<HostsChanged> changed, Audit audit, Clock clock) {
        this.guard = guard;
        this.sight = sight;
        this.rows = rows;
        this.offers = offers;
        this.hosts = hosts;
        this.keepers = keepers;
        this.notices = notices;
        this.changed = changed;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Offers the room to a member who is no host of it; an earlier offer is over then.
     *
     * @throws Refusal {@code not-found}, {@code not-allowed} for whoever is no host of the room, {@code invalid}
     */
    @Transactional
    public RoomView offer(Person person, UUID id, String handle) {
        guard.allow(person, Act.HAND_OVER_ROOM);
        Room room = sight.locked(person, id);
        if (!keepers.hosts(id).contains(person.id())) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
        UUID account = hosts.member(id, handle);
        if (keepers.hosts(id).contains(account)) {
            throw Refusal.invalid("handle", Reason.NOT_POSSIBLE);
        }
        offers.put(id, new Offer(person.id(), account, Instant.now(clock)));
        notices.tell(account, News.of(NoticeKind.HAND_OVER_OFFERED, id, room.name));
        audit.record(person.id(), "hand-over-offered", subject(id, account), null);
        return sight.view(room, person);
    }

    /**
     * Takes the room over. Whoever offered it is a member as before.
     *
     * @throws Refusal {@code not-found}, {@code wrong-state} when nothing is offered to them any more
     */
    @Transactional
    public RoomView accept(Person person, UUID id) {
        guard.allow(person, Act.TAKE_ROOM_OVER);
        Room room = sight.locked(person, id);
        Offer offer = offers.of(id).filter(one -> one.to().equals(person.id()))
                .orElseThrow(() -> Refusal.of(ErrorCode.WRONG_STATE));
        offers.remove(id);
        rows.setHost(new Membership(id, offer.from()), false);
        rows.setHost(new Membership(id, offer.to()), true);
        changed.fire(new HostsChanged(id));
        notices.tell(offer.from(), News.of(NoticeKind.HAND_OVER_ACCEPTED, id, room.name));
        audit.record(person.id(), "room-handed-over", subject(id, offer.from()), null);
        return sight.view(room, person);
    }

    /**
     * Declines what is offered, or takes one's own offer back.
     *
     * @throws Refusal {@code not-found}, {@code wrong-state} when there is no offer of theirs
     */
    @Transactional
    public void decline(Person person, UUID id) {
        guard.allow(person, Act.DECLINE_ROOM);
        Room room = sight.locked(person, id);
        Offer offer = offers.of(id).filter(one -> one.to().equals(person.id()) || one.from().equals(person.id()))
                .orElseThrow(() -> Refusal.of(ErrorCode.WRONG_STATE));
        offers.remove(id);
        if (offer.to().equals(person.id())) {
            notices.tell(offer.from(), News.of(NoticeKind.HAND_OVER_DECLINED, id, room.name));
        }
    }

    private static String subject(UUID room, UUID account) {
        return "room:" + room + "/account:" + account;
    }
}
