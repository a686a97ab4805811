package community.haven.conversation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import community.haven.account.Person;
import community.haven.account.PersonalData;
import community.haven.account.QuietMutes;
import community.haven.conversation.ReadingRows.Mark;
import community.haven.room.MembershipBegan;
import community.haven.room.Readings;
import community.haven.room.Rooms;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Keeps for each person how far they have read, on whatever device. Nothing that anybody else gets depends on it. */
@Singleton
class ReadingMarks implements Readings, PersonalData {

    private final ReadingRows marks;
    private final EntryRows rows;
    private final Rooms rooms;
    private final QuietMutes mutes;
    private final Event<ReadingMarked> marked;

    ReadingMarks(ReadingRows marks, EntryRows rows, Rooms rooms, QuietMutes mutes, Event<ReadingMarked> marked) {
        this.marks = marks;
        this.rows = rows;
        this.rooms = rooms;
        this.mutes = mutes;
        this.marked = marked;
    }

    /** Whoever comes into a room has not missed what was said before. */
    void onJoined(@Observes MembershipBegan began) {
        marks.mark(began.account(), began.room(), rows.extent(began.room()).last());
    }

    /** @throws Refusal {@code invalid} for a number that the room has not reached */
    void mark(Person person, UUID room, long seq) {
        long last = rows.extent(room).last();
        if (seq > last) {
            throw Refusal.invalid("seq", Reason.TOO_LARGE, (int) last);
        }
        Optional<Long> before = marks.of(person.id(), room);
        if (before.isEmpty() || before.get() < seq) {
            marks.mark(person.id(), room, seq);
            marked.fire(new ReadingMarked(person.id(), room, seq));
        }
    }

    @Override
    public Map<UUID, Reading> of(Person person, Collection<UUID> joined, Collection<UUID> lookedAfter) {
        Set<UUID> muted = mutes.of(person.id());
        Map<UUID, Reading> found = new HashMap<>();
        for (UUID room : joined) {
            long mark = marks.of(person.id(), room).orElseGet(() -> rows.extent(room).last());
            found.put(room, new Reading(mark,
                    marks.unread(person.id(), room, mark, lookedAfter.contains(room) ? Set.of() : muted)));
        }
        return found;
    }

    @Override
    public List<Part> partsOf(UUID account) {
        return List.of(Part.<Mark> paged("readingMarks", marks.countOf(account), last -> marks.after(account, last, PAGE),
                mark -> PersonalData.item("room", rooms.names(List.of(mark.room())).get(mark.room()), "number", mark.seq())));
    }
}
