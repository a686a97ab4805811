package community.haven.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import community.haven.account.AccountLocks;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.meeting.Meetings;
import community.haven.room.Floor;
import community.haven.room.Membership;
import community.haven.room.RoomPolicy;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.standing.Standings;

/**
 * Lets people be with one another, each within the caller's transaction. A room learns of the first who gives a message a
 * kind of support and of the last who takes it back. In between nothing is told to anybody, so that nobody can count.
 */
@Singleton
class Supports {

    private final EntryRows rows;
    private final SupportRows given;
    private final Rooms rooms;
    private final Meetings meetings;
    private final AccountLocks locks;
    private final Standings standings;
    private final Limits limits;
    private final Event<Announcement> announcements;
    private final Clock clock;

    Supports(EntryRows rows, SupportRows given, Rooms rooms, Meetings meetings,
            AccountLocks locks, Standings standings, Limits limits, Event<Announcement> announcements, Clock clock) {
        this.rows = rows;
        this.given = given;
        this.rooms = rooms;
        this.meetings = meetings;
        this.locks = locks;
        this.standings = standings;
        this.limits = limits;
        this.announcements = announcements;
        this.clock = clock;
    }

    void give(Person person, UUID room, long seq, SupportKind kind) {
        // The room's order is locked first: of two who are the first at once, the second finds that somebody was.
        rows.lock(Set.of(room));
        EntryRow message = rows.entry(room, seq);
        Guard.checkTakesPart(locks.together(Set.of(person.id())).get(person.id()));
        Guard.checkHeard(standings.standingOf(person.id()));
        check(person, message);
        if (!given.add(person.id(), room, seq, kind)) {
            return;
        }
        limits.take(person, room, Limits.To.SUPPORT);
        if (!message.support().contains(kind)) {
            tell(new Entry.Supported(room, rows.next(room), Instant.now(clock), seq, kind),
                    Stream.concat(message.support().stream(), Stream.of(kind)).toList());
        }
    }

    /** Taking back what one does not give changes nothing. */
    void end(UUID account, UUID room, long seq, SupportKind kind) {
        rows.lock(Set.of(room));
        if (given.remove(account, room, seq, kind) && !given.has(room, seq, kind)) {
            List<SupportKind> left = rows.entry(room, seq).support().stream().filter(other -> other != kind).toList();
            tell(new Entry.Unsupported(room, rows.next(room), Instant.now(clock), seq, kind), left);
        }
    }

    private void check(Person person, EntryRow message) {
        checkMaySpeak(person, message.room());
        if (message.kind() != EntryRow.Kind.MESSAGE) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        if (person.id().equals(message.author())) {
            throw Refusal.of(ErrorCode.OWN_MESSAGE);
        }
        if (message.removal() != null) {
            throw Refusal.of(ErrorCode.ALREADY_REMOVED);
        }
    }

    private void checkMaySpeak(Person person, UUID room) {
        Instant now = Instant.now(clock);
        Floor floor = rooms.floor(person, room);
        RoomPolicy.checkSay(floor.pace(), floor.speaker(person.isStaff(), null), now);
        Membership membership = new Membership(room, person.id());
        meetings.voices(Map.of(membership, floor), now).check(membership, person.isStaff());
    }

    private void tell(Entry.Supported event, List<SupportKind> now) {
        rows.addSupport(EntryRow.Kind.SUPPORTED, event, event.target(), event.kind(), now);
        announcements.fire(new Announcement(List.of(event)));
    }

    private void tell(Entry.Unsupported event, List<SupportKind> now) {
        rows.addSupport(EntryRow.Kind.UNSUPPORTED, event, event.target(), event.kind(), now);
        announcements.fire(new Announcement(List.of(event)));
    }
}
