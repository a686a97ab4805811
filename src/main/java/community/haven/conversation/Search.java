package community.haven.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.Person;
import community.haven.conversation.EntryRows.Extent;
import community.haven.room.Rooms;
import community.haven.shared.Jdbc;

/**
 * Finds words and days in a room's history. There is no index of words, since the database keeps deleted ones in it; the rows
 * themselves are read backwards, and no request reads more than so many.
 */
@Singleton
class Search {

    private static final String SAID = "concat_ws(' ', e.content_note, e.text) collate utf8mb4_unicode_520_ci like ? escape '!'";

    private final Jdbc jdbc;
    private final EntryRows rows;
    private final Sight sight;
    private final Rooms rooms;
    private final SearchConfig config;

    Search(Jdbc jdbc, EntryRows rows, Sight sight, Rooms rooms, SearchConfig config) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.sight = sight;
        this.rooms = rooms;
        this.config = config;
    }

    Found find(Person person, UUID room, SearchWords words, long before, int limit) {
        Extent extent = rows.extent(room);
        // Numbers have no gap, so a span of numbers is as many rows.
        long end = Math.min(before, extent.last() + 1);
        long start = Math.max(extent.gone() + 1, end - config.rows());
        List<EntryRow> found = matching(person, room, words, start, end, limit + 1);
        List<EntryRow> shown = found.subList(0, Math.min(limit, found.size()));
        if (found.size() > limit) {
            EntryRow last = shown.get(limit - 1);
            return new Found(sight.of(person, shown), last.at(), last.seq());
        }
        return new Found(sight.of(person, shown), start < end ? rows.madeAt(room, start).orElse(null) : null,
                start < end && start > extent.gone() + 1 ? start : null);
    }

    /** The number of the first entry that was made at this moment or later; one above the newest if there is none. */
    long firstSince(UUID room, Instant moment) {
        Extent extent = rows.extent(room);
        long low = extent.gone() + 1;
        long high = extent.last() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            // What has been deleted meanwhile was older.
            boolean older = rows.madeAt(room, middle).map(at -> at.isBefore(moment)).orElse(true);
            low = older ? middle + 1 : low;
            high = older ? high : middle;
        }
        return low;
    }

    /** What this person may not read is not even looked at: a gap in the answer would tell what is in it. */
    private List<EntryRow> matching(Person person, UUID room, SearchWords words, long start, long end, int limit) {
        Set<UUID> muted = sight.mutedFor(person, room);
        List<Object> values = new ArrayList<>(List.of(room, start, end));
        values.addAll(muted);
        String readable = "";
        if (!rooms.moderates(person, room)) {
            readable = " and (x.removed_seq is null or e.author_id = ?)";
            values.add(person.id());
        }
        values.addAll(words.patterns());
        values.add(limit);
        return jdbc.list(EntryRows.READ + "e.seq >= ? and e.seq < ? and e.kind = 'MESSAGE'"
                + " and e.author_id <> ?".repeat(muted.size()) + readable + (" and " + SAID).repeat(words.words().size())
                + " order by e.seq desc limit ?", values, EntryRow::read);
    }
}
