package community.haven.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import community.haven.account.Person;
import community.haven.audit.Audit;
import community.haven.guidelines.Grounds;
import community.haven.guidelines.Guidelines;
import community.haven.guidelines.RemovalRequest;
import community.haven.notice.News;
import community.haven.notice.NoticeKind;
import community.haven.notice.Notices;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** Takes messages out of sight and back, each within the caller's transaction. */
@Singleton
class Removals {

    private final EntryRows rows;
    private final Pins pins;
    private final Sight sight;
    private final Rooms rooms;
    private final Notices notices;
    private final Guidelines guidelines;
    private final Audit audit;
    private final Event<Announcement> announcements;
    private final Clock clock;

    Removals(EntryRows rows, Pins pins, Sight sight, Rooms rooms, Notices notices, Guidelines guidelines, Audit audit,
            Event<Announcement> announcements, Clock clock) {
        this.rows = rows;
        this.pins = pins;
        this.sight = sight;
        this.rooms = rooms;
        this.notices = notices;
        this.guidelines = guidelines;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    Entry remove(Person person, UUID room, long seq, RemovalRequest request) {
        Grounds grounds = request.grounds(guidelines);
        // The room's order is locked first: of two who remove at once, the second finds it done.
        long number = rows.next(room);
        EntryRow message = message(room, seq);
        if (message.removal() != null) {
            throw Refusal.of(ErrorCode.ALREADY_REMOVED);
        }
        Instant now = Instant.now(clock);
        rows.addEvent(EntryRow.Kind.REMOVED, room, number, now, seq);
        rows.addRemoval(message, number, grounds.rule(), grounds.reason(), person.id(), now);
        audit.record(person.id(), "message-removed", subject(room, seq), grounds.rule());
        announcements.fire(new Announcement(List.of(new Entry.Removed(room, number, now, seq))));
        pins.endOf(room, List.of(seq));
        tell(person, message, News.of(NoticeKind.MESSAGE_REMOVED, room, name(room)).because(grounds.rule(), grounds.reason()));
        return sight.of(person, List.of(rows.entry(room, seq))).get(0);
    }

    Entry restore(Person person, UUID room, long seq, String reason) {
        long number = rows.next(room);
        EntryRow message = message(room, seq);
        if (message.removal() == null) {
            throw Refusal.of(ErrorCode.NOT_REMOVED);
        }
        Instant now = Instant.now(clock);
        rows.addEvent(EntryRow.Kind.RESTORED, room, number, now, seq);
        rows.endRemoval(message, number, reason, person.id(), now);
        audit.record(person.id(), "message-restored", subject(room, seq), message.removal().rule());
        announcements.fire(new Announcement(sight.ofEverybody(List.of(rows.entry(room, number)))));
        tell(person, message, News.of(NoticeKind.MESSAGE_RESTORED, room, name(room)).because(message.removal().rule(), reason));
        return sight.of(person, List.of(rows.entry(room, seq))).get(0);
    }

    /** Whoever acts on their own words knows of it. */
    private void tell(Person person, EntryRow message, News news) {
        if (!person.id().equals(message.author())) {
            notices.tell(message.author(), news.on(message.seq()));
        }
    }

    private String name(UUID room) {
        return rooms.names(Set.of(room)).get(room);
    }

    private EntryRow message(UUID room, long seq) {
        EntryRow row = rows.entry(room, seq);
        if (row.kind() != EntryRow.Kind.MESSAGE) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        return row;
    }

    private static String subject(UUID room, long seq) {
        return "message:" + room + "/" + seq;
    }
}
