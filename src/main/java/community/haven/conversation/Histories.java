package community.haven.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import community.haven.account.Person;
import community.haven.conversation.EntryRows.Extent;
import community.haven.room.Rooms;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** What was said in rooms, for those who read it, each as they may see it. */
@ApplicationScoped
public class Histories {

    private final Rooms rooms;
    private final EntryRows rows;
    private final Sight sight;
    private final Search search;
    private final Pins pins;
    private final Resumptions resumptions;

    Histories(Rooms rooms, EntryRows rows, Sight sight, Search search, Pins pins, Resumptions resumptions) {
        this.rooms = rooms;
        this.rows = rows;
        this.sight = sight;
        this.search = search;
        this.pins = pins;
        this.resumptions = resumptions;
    }

    /**
     * A part of the history as this person may see it; the newest part if neither bound is given.
     *
     * @param before only entries below this number, or {@code null}
     * @param after only entries above this number, or {@code null}
     * @param limit at most so many entries
     * @throws Refusal {@code invalid} with both bounds; {@code position-gone} as {@link Resumptions#after}
     *         does; and as {@link Rooms#checkReader} does
     */
    @Transactional
    public History read(Person person, UUID room, Long before, Long after, int limit) {
        rooms.checkReader(person, room);
        if (before != null && after != null) {
            throw Refusal.invalid("after", Reason.NOT_POSSIBLE);
        }
        return after == null ? backwards(person, room, before == null ? Long.MAX_VALUE : before, limit)
                : forwards(person, room, after, limit);
    }

    /**
     * The part of the history that begins with the first entry made at a moment or later.
     *
     * @throws Refusal as {@link #read} does
     */
    @Transactional
    public History readSince(Person person, UUID room, Instant moment, int limit) {
        rooms.checkReader(person, room);
        return forwards(person, room, search.firstSince(room, moment) - 1, limit);
    }

    /**
     * Messages of a room in which all these words are, newest first, as this person may see them.
     *
     * @param query one to five words of 2 to 50 characters
     * @param before only entries below this number, or {@code null}
     * @throws Refusal {@code invalid} for other words, and as {@link Rooms#checkReader} does
     */
    @Transactional
    public Found search(Person person, UUID room, String query, Long before, int limit) {
        rooms.checkReader(person, room);
        return search.find(person, room, SearchWords.of(query), before == null ? Long.MAX_VALUE : before, limit);
    }

    /**
     * One entry as this person may see it.
     *
     * @throws Refusal {@code not-found}, and as {@link Rooms#checkReader} does
     */
    @Transactional
    public Entry entry(Person person, UUID room, long seq) {
        rooms.checkReader(person, room);
        return sight.of(person, List.of(rows.entry(room, seq))).get(0);
    }

    /**
     * What this person may read of what is pinned, the newest first.
     *
     * @throws Refusal as {@link Rooms#checkReader} does
     */
    @Transactional
    public List<PinView> pinned(Person person, UUID room) {
        rooms.checkReader(person, room);
        return pins.of(person, room);
    }

    private History backwards(Person person, UUID room, long before, int limit) {
        List<EntryRow> found = new ArrayList<>(rows.preceding(room, before, limit));
        Collections.reverse(found);
        Extent extent = rows.extent(room);
        boolean more = !found.isEmpty() && found.get(0).seq() > extent.gone() + 1;
        return new History(sight.of(person, found), extent.last(), more ? found.get(0).seq() : null);
    }

    private History forwards(Person person, UUID room, long after, int limit) {
        List<EntryRow> found = rows.following(room, after, limit);
        long end = found.isEmpty() ? after : found.get(found.size() - 1).seq();
        long head = resumptions.headAfter(room, after);
        return new History(sight.of(person, found), head, end < head ? end : null);
    }
}
