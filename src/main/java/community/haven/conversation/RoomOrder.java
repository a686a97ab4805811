package community.haven.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import community.haven.meeting.SessionChanged;
import community.haven.room.HostsChanged;
import community.haven.room.RoomChanged;
import community.haven.room.RoomCreated;

/** Gives a new room its order, and what happens to a room a place in it. */
@Singleton
class RoomOrder {

    private final EntryRows rows;
    private final ConversationBus bus;
    private final Event<Announcement> announcements;
    private final Clock clock;

    RoomOrder(EntryRows rows, ConversationBus bus, Event<Announcement> announcements, Clock clock) {
        this.rows = rows;
        this.bus = bus;
        this.announcements = announcements;
        this.clock = clock;
    }

    void onCreated(@Observes RoomCreated created) {
        rows.begin(created.room());
    }

    void onChanged(@Observes RoomChanged changed) {
        Entry.RoomChanged entry = new Entry.RoomChanged(changed.room(), rows.next(changed.room()), Instant.now(clock),
                changed.name(), changed.topic(), changed.purpose(), changed.state(), changed.slowModeSeconds(),
                changed.newcomersClosedUntil());
        rows.addChange(entry);
        announcements.fire(new Announcement(List.of(entry)));
    }

    void onSession(@Observes SessionChanged changed) {
        Entry.Session entry = new Entry.Session(changed.room(), rows.next(changed.room()), Instant.now(clock),
                changed.meeting(), changed.state(), changed.hostGone(), changed.title(), changed.startsAt(), changed.endsAt(),
                changed.until());
        rows.addSession(entry);
        announcements.fire(new Announcement(List.of(entry)));
    }

    void onHostsChanged(@Observes HostsChanged changed) {
        Entry.HostsChanged entry = new Entry.HostsChanged(changed.room(), rows.next(changed.room()), Instant.now(clock));
        rows.addEvent(EntryRow.Kind.HOSTS_CHANGED, entry.room(), entry.seq(), entry.at(), null);
        announcements.fire(new Announcement(List.of(entry)));
    }

    void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Announcement announcement) {
        bus.announce(announcement.entries());
    }
}
