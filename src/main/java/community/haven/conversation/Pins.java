package community.haven.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import community.haven.account.Person;
import community.haven.audit.Audit;
import community.haven.conversation.PinRows.Pin;
import community.haven.room.RoomMutes;
import community.haven.room.RoomState;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.standing.Standings;

/**
 * The messages that stand at the top of a room, each act within the caller's transaction. Whatever ends a pin, an {@link
 * Entry.Unpinned} in the room's order says so: whoever goes by {@code pinned} and {@code unpinned} alone has the pins that
 * somebody gets who asks for them anew.
 */
@Singleton
class Pins {

    private static final int MOST = 3;

    private final PinRows pins;
    private final EntryRows rows;
    private final Sight sight;
    private final Rooms rooms;
    private final RoomMutes mutes;
    private final Standings standings;
    private final Audit audit;
    private final Event<Announcement> announcements;
    private final Clock clock;

    Pins(PinRows pins, EntryRows rows, Sight sight, Rooms rooms, RoomMutes mutes, Standings standings, Audit audit,
            Event<Announcement> announcements, Clock clock) {
        this.pins = pins;
        this.rows = rows;
        this.sight = sight;
        this.rooms = rooms;
        this.mutes = mutes;
        this.standings = standings;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Pinning what is pinned changes nothing. */
    void pin(Person person, UUID room, long seq) {
        checkHeard(person, room);
        checkPossible(person, room, seq);
        List<Pin> pinned = pins.of(room);
        if (pinned.stream().anyMatch(pin -> pin.message() == seq)) {
            return;
        }
        if (pinned.size() >= MOST) {
            throw Refusal.of(ErrorCode.TOO_MANY_PINS);
        }
        long number = rows.next(room);
        Instant now = Instant.now(clock);
        rows.addEvent(EntryRow.Kind.PINNED, room, number, now, seq);
        pins.add(room, new Pin(seq, number));
        audit.record(person.id(), "message-pinned", subject(room, seq), null);
        announcements.fire(new Announcement(List.of(new Entry.Pinned(room, number, now, seq))));
    }

    /** Unpinning what is not pinned changes nothing. */
    void unpin(Person person, UUID room, long seq) {
        checkHeard(person, room);
        if (endOf(room, List.of(seq))) {
            audit.record(person.id(), "message-unpinned", subject(room, seq), null);
        }
    }

    /**
     * Ends the pins of messages that nobody reads any more.
     *
     * @return whether one of them was pinned
     */
    boolean endOf(UUID room, Collection<Long> messages) {
        return end(room, pins.of(room).stream().map(Pin::message).filter(messages::contains).toList());
    }

    /** Ends the pins of messages that the room no longer keeps. */
    void endOfGone(UUID room) {
        long gone = rows.extent(room).gone();
        end(room, pins.of(room).stream().map(Pin::message).filter(message -> message <= gone).toList());
    }

    /** What this person may read of what is pinned; the newest first. */
    List<PinView> of(Person viewer, UUID room) {
        List<Pin> pinned = pins.of(room);
        Map<Long, Entry> messages = sight.of(viewer, rows.entries(room, pinned.stream().map(Pin::message).toList())).stream()
                .collect(Collectors.toMap(Entry::seq, Function.identity()));
        return pinned.stream().filter(pin -> messages.get(pin.message()) instanceof Entry.Message)
                .map(pin -> new PinView(pin.seq(), (Entry.Message) messages.get(pin.message()))).toList();
    }

    /** The room's order is locked first: of two who pin at once, the second sees what the first has done. */
    private void checkHeard(Person person, UUID room) {
        rows.lock(Set.of(room));
        standings.checkHeard(person.id());
        mutes.checkHeard(room, person.id());
    }

    private void checkPossible(Person person, UUID room, long seq) {
        if (rooms.floor(person, room).pace().state() == RoomState.ARCHIVED) {
            throw Refusal.of(ErrorCode.ROOM_ARCHIVED);
        }
        EntryRow message = rows.entry(room, seq);
        if (message.kind() != EntryRow.Kind.MESSAGE) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        if (message.removal() != null) {
            throw Refusal.of(ErrorCode.ALREADY_REMOVED);
        }
    }

    private boolean end(UUID room, List<Long> pinned) {
        if (pinned.isEmpty()) {
            return false;
        }
        pins.remove(room, pinned);
        announcements.fire(new Announcement(pinned.stream().map(message -> unpinned(room, message)).toList()));
        return true;
    }

    private Entry unpinned(UUID room, long message) {
        Entry.Unpinned entry = new Entry.Unpinned(room, rows.next(room), Instant.now(clock), message);
        rows.addEvent(EntryRow.Kind.UNPINNED, room, entry.seq(), entry.at(), message);
        return entry;
    }

    private static String subject(UUID room, long seq) {
        return "message:" + room + "/" + seq;
    }
}
