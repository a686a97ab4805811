package community.haven.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import community.haven.account.Person;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** Takes messages out of rooms for those who said them, each within the caller's transaction. */
@Singleton
class Retractions {

    private final EntryRows rows;
    private final Pins pins;
    private final Limits limits;
    private final Event<Announcement> announcements;
    private final Clock clock;

    Retractions(EntryRows rows, Pins pins, Limits limits, Event<Announcement> announcements, Clock clock) {
        this.rows = rows;
        this.pins = pins;
        this.limits = limits;
        this.announcements = announcements;
        this.clock = clock;
    }

    boolean isOwn(Person person, UUID room, long seq) {
        return rows.entries(room, List.of(seq)).stream().anyMatch(row -> person.id().equals(row.author()));
    }

    void retract(Person person, UUID room, long seq) {
        // The room's order is locked first: of a removal and a retraction at once, the second finds what the first has done.
        rows.lock(Set.of(room));
        EntryRow message = rows.entry(room, seq);
        if (message.kind() == EntryRow.Kind.RETRACTED) {
            // It does not say any more whose it was; and everybody can see that it is done.
            return;
        }
        check(person, message);
        limits.take(person, room, Limits.To.RETRACTIONS);
        Entry.Retraction entry = new Entry.Retraction(room, rows.next(room), Instant.now(clock), seq);
        rows.retract(message);
        rows.addEvent(EntryRow.Kind.RETRACTION, room, entry.seq(), entry.at(), seq);
        announcements.fire(new Announcement(List.of(entry)));
        pins.endOf(room, List.of(seq));
    }

    private static void check(Person person, EntryRow message) {
        if (message.kind() != EntryRow.Kind.MESSAGE) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        if (!person.id().equals(message.author())) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
        if (message.removal() != null) {
            throw Refusal.of(ErrorCode.ALREADY_REMOVED);
        }
    }
}
