package community.haven.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import community.haven.room.Membership;
import community.haven.shared.ErrorCode;
import community.haven.shared.Jdbc;
import community.haven.shared.Refusal;

/**
 * The tables of this package. Plain SQL throughout: an entry is written once and read by ranges, and hundreds are written
 * with one statement.
 */
@Singleton
class EntryRows {

    static final String READ = """
            select e.*, x.removed_seq, x.rule_id, x.reason, x.removed_at, c.name, c.topic, c.purpose, c.state, c.slow_mode_seconds,
                   c.newcomers_closed_until, s.meeting_id, s.state as session_state, s.host_gone, s.title, s.starts_at, s.ends_at,
                   s.until_at
            from entry e
            left join removal x on x.room_id = e.room_id and x.message_seq = e.seq and x.restored_seq is null
            left join room_change c on c.room_id = e.room_id and c.seq = e.seq
            left join session_change s on s.room_id = e.room_id and s.seq = e.seq
            where e.room_id = ? and\s""";

    private final Jdbc jdbc;

    EntryRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** The order of a new room. */
    void begin(UUID room) {
        jdbc.update("insert into room_sequence (room_id, last_seq) values (?, 0)", room);
    }

    Extent extent(UUID room) {
        return one(jdbc.list("select gone, last_seq from room_sequence where room_id = ?", List.of(room),
                row -> new Extent(row.getLong("gone"), row.getLong("last_seq"))));
    }

    /**
     * Locks the ends of these rooms' orders to commit; rooms that do not exist are left out. Everybody locks in the order
     * of the ids, so that no two wait for each other.
     */
    Map<UUID, Long> lock(Set<UUID> rooms) {
        return jdbc.list(
                "select room_id, last_seq from room_sequence where " + Jdbc.any("room_id = ?", rooms.size())
                        + " order by room_id for update wait 5",
                rooms, row -> Map.entry(Jdbc.uuid(row, "room_id"), row.getLong("last_seq"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Locks one room's order and takes its next number. */
    long next(UUID room) {
        Long last = lock(Set.of(room)).get(room);
        if (last == null) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        advance(Map.of(room, last + 1));
        return last + 1;
    }

    void advance(Map<UUID, Long> ends) {
        jdbc.batch("update room_sequence set last_seq = ? where room_id = ?",
                ends.entrySet().stream().map(end -> List.of(end.getValue(), end.getKey())).toList());
    }

    List<EntryRow> following(UUID room, long after, int limit) {
        return jdbc.list(READ + "e.seq > ? order by e.seq limit ?", List.of(room, after, limit), EntryRow::read);
    }

    /** Newest first. */
    List<EntryRow> preceding(UUID room, long before, int limit) {
        return jdbc.list(READ + "e.seq < ? order by e.seq desc limit ?", List.of(room, before, limit), EntryRow::read);
    }

    Optional<Instant> madeAt(UUID room, long seq) {
        return jdbc.list("select at from entry where room_id = ? and seq = ?", List.of(room, seq),
                row -> Jdbc.instant(row, "at")).stream().findFirst();
    }

    EntryRow entry(UUID room, long seq) {
        return one(entries(room, List.of(seq)));
    }

    List<EntryRow> entries(UUID room, Collection<Long> seqs) {
        if (seqs.isEmpty()) {
            return List.of();
        }
        return jdbc.list(READ + "(" + Jdbc.any("e.seq = ?", seqs.size()) + ")",
                Stream.concat(Stream.of(room), seqs.stream()).toList(), EntryRow::read);
    }

    /** Messages that were sent before with one of these keys, or taken back. */
    List<EntryRow> sentBefore(Collection<Post.Key> keys) {
        List<Post.Key> all = keys.stream().flatMap(key -> Stream.of(key, key.takenBack())).toList();
        // Arrays.asList, unlike Stream.of, holds the missing author of what was taken back.
        return jdbc.list(Jdbc.sought(all.size(), "room_id uuid", "author_id uuid", "client_key char(64)") + """
                select e.*, null as removed_seq from sought straight_join entry e force index (entry_once)
                on e.room_id = sought.room_id and e.author_id <=> sought.author_id and e.client_key = sought.client_key""",
                all.stream().flatMap(key -> Arrays.asList(key.room(), key.author(), key.key()).stream()).toList(),
                EntryRow::read);
    }

    /** Those of the given places where there is a message. */
    Set<Place> messagesAmong(Collection<Place> places) {
        if (places.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.list(Jdbc.sought(places.size(), "room_id uuid", "seq signed") + """
                select e.room_id, e.seq from sought straight_join entry e force index (primary)
                on e.room_id = sought.room_id and e.seq = sought.seq and e.kind = 'MESSAGE'""",
                places.stream().flatMap(place -> Stream.of(place.room(), place.seq())).toList(),
                row -> new Place(Jdbc.uuid(row, "room_id"), row.getLong("seq"))));
    }

    /**
     * When these people last said something in these rooms; where they never did, it is left out. For rooms in slow mode alone:
     * it goes through all that each of them has said there, in the index of keys.
     */
    Map<Membership, Instant> lastSaid(Collection<Membership> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        return jdbc.list(Jdbc.sought(asked.size(), "room_id uuid", "author_id uuid") + """
                select e.room_id, e.author_id, e.at from (
                    select e.room_id, max(e.seq) as seq from sought straight_join entry e force index (entry_once)
                    on e.room_id = sought.room_id and e.author_id = sought.author_id group by e.room_id, e.author_id
                ) last straight_join entry e force index (primary) on e.room_id = last.room_id and e.seq = last.seq""",
                asked.stream().flatMap(one -> Stream.of(one.room(), one.account())).toList(),
                row -> Map.entry(new Membership(Jdbc.uuid(row, "room_id"), Jdbc.uuid(row, "author_id")),
                        Jdbc.instant(row, "at")))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void addMessages(List<Entry.Message> messages, List<Post> posts) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            Entry.Message message = messages.get(i);
            // Arrays.asList, unlike List.of, holds the nulls of what was not written.
            rows.add(Arrays.asList(message.room(), message.seq(), message.at(), message.author().id(),
                    posts.get(i).draft().key(), message.text(), message.need(), message.contentNote(), message.replyTo(),
                    posts.get(i).draft().isAnnouncement()));
        }
        jdbc.batch("""
                insert into entry (room_id, seq, kind, at, author_id, client_key, text, need, content_note, reply_to,
                                   announcement)
                values (?, ?, 'MESSAGE', ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    void addEvent(EntryRow.Kind kind, UUID room, long seq, Instant at, Long target) {
        jdbc.batch("insert into entry (kind, room_id, seq, at, target) values (?, ?, ?, ?, ?)",
                List.of(Arrays.asList(kind, room, seq, at, target)));
    }

    void addChange(Entry.RoomChanged change) {
        addEvent(EntryRow.Kind.ROOM_CHANGED, change.room(), change.seq(), change.at(), null);
        jdbc.batch("""
                insert into room_change (room_id, seq, name, topic, purpose, state, slow_mode_seconds, newcomers_closed_until)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", List.of(Arrays.asList(change.room(), change.seq(), change.name(),
                change.topic(), change.purpose(), change.state(), change.slowModeSeconds(), change.newcomersClosedUntil())));
    }

    void addSession(Entry.Session session) {
        addEvent(EntryRow.Kind.SESSION, session.room(), session.seq(), session.at(), null);
        jdbc.batch("""
                insert into session_change (room_id, seq, meeting_id, state, host_gone, title, starts_at, ends_at, until_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", List.of(Arrays.asList(session.room(), session.seq(), session.meeting(),
                session.state(), session.hostGone(), session.title(), session.startsAt(), session.endsAt(),
                session.until())));
    }

    /** @param seq the number of the entry that says so */
    void addRemoval(EntryRow message, long seq, String rule, String reason, UUID by, Instant at) {
        jdbc.update("""
                insert into removal (room_id, removed_seq, message_seq, rule_id, reason, removed_by, removed_at)
                values (?, ?, ?, ?, ?, ?, ?)""", message.room(), seq, message.seq(), rule, reason, by, at);
    }

    /** @param seq the number of the entry that says so */
    void endRemoval(EntryRow message, long seq, String reason, UUID by, Instant at) {
        jdbc.update("""
                update removal set restored_seq = ?, restore_reason = ?, restored_by = ?, restored_at = ?
                where room_id = ? and removed_seq = ?""", seq, reason, by, at, message.room(), message.removal().seq());
    }

    /** A room where this person has said something that is still kept. */
    Optional<UUID> roomWithWordsOf(UUID author) {
        return jdbc.list("select room_id from entry where author_id = ? limit 1", List.of(author),
                row -> Jdbc.uuid(row, "room_id")).stream().findFirst();
    }

    List<Long> saidBy(UUID author, UUID room, int limit) {
        return jdbc.list("select seq from entry where author_id = ? and room_id = ? order by seq limit ?",
                List.of(author, room, limit), row -> row.getLong("seq"));
    }

    /** Leaves nothing of these messages but their numbers and times. The caller holds the lock of the room's order. */
    void erase(UUID room, List<Long> seqs, boolean line) {
        Object[] places = Stream.concat(Stream.of(room), seqs.stream()).toArray();
        jdbc.update("delete from removal where room_id = ? and (" + Jdbc.any("message_seq = ?", seqs.size()) + ")", places);
        jdbc.update("delete from message_support where room_id = ? and (" + Jdbc.any("seq = ?", seqs.size()) + ")", places);
        jdbc.update("update entry set kind = 'ERASED', line = " + line + ", author_id = null, client_key = null, text = null,"
                + " need = null, content_note = null, reply_to = null, announcement = false, support = null where room_id = ? and ("
                + Jdbc.any("seq = ?", seqs.size()) + ")", places);
    }

    /** Leaves nothing of a message but its number, its time and a trace of its key. The caller holds the room's order. */
    void retract(EntryRow message) {
        jdbc.update("delete from removal where room_id = ? and message_seq = ?", message.room(), message.seq());
        jdbc.update("delete from message_support where room_id = ? and seq = ?", message.room(), message.seq());
        jdbc.update("""
                update entry set kind = 'RETRACTED', author_id = null, client_key = ?, text = null, need = null,
                content_note = null, reply_to = null, announcement = false, support = null where room_id = ? and seq = ?""",
                message.key().takenBack().key(), message.room(), message.seq());
    }

    /** Which kinds of support a message has, and the event that says so. The caller holds the room's order. */
    void addSupport(EntryRow.Kind kind, Entry event, long target, SupportKind support, List<SupportKind> now) {
        jdbc.update("update entry set support = ? where room_id = ? and seq = ?", SupportKind.joined(now), event.room(),
                target);
        jdbc.update("insert into entry (kind, room_id, seq, at, target, support) values (?, ?, ?, ?, ?, ?)", kind, event.room(),
                event.seq(), event.at(), target, support);
    }

    void addErasure(Entry.Erasure erasure) {
        jdbc.update("insert into entry (kind, room_id, seq, at, line, targets) values ('ERASURE', ?, ?, ?, ?, ?)",
                erasure.room(), erasure.seq(), erasure.at(), erasure.line(),
                erasure.targets().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** Takes the name of this person off what they did as staff. */
    void forgetStaff(UUID account) {
        jdbc.update("update removal set removed_by = null where removed_by = ?", account);
        jdbc.update("update removal set restored_by = null where restored_by = ?", account);
    }

    /** When the oldest entry of each room was made; rooms without one are left out. */
    Map<UUID, Instant> oldest() {
        return jdbc.list("""
                select e.room_id, e.at from room_sequence s
                join entry e on e.room_id = s.room_id and e.seq = s.gone + 1""", List.of(),
                row -> Map.entry(Jdbc.uuid(row, "room_id"), Jdbc.instant(row, "at"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Deletes a room's oldest entries as long as each was made before this moment, with all that is known about them. The
     * caller holds the lock of the room's order.
     *
     * @return how many
     */
    int deleteOldest(UUID room, Instant before, int limit) {
        long gone = extent(room).gone();
        int old = (int) jdbc.list("select at from entry where room_id = ? and seq > ? order by seq limit ?",
                List.of(room, gone, limit), row -> Jdbc.instant(row, "at")).stream()
                .takeWhile(at -> at.isBefore(before)).count();
        if (old > 0) {
            jdbc.update("delete from entry where room_id = ? and seq <= ?", room, gone + old);
            jdbc.update("update room_sequence set gone = ? where room_id = ?", gone + old, room);
        }
        return old;
    }

    private static <T> T one(List<T> found) {
        if (found.isEmpty()) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        return found.get(0);
    }

    /**
     * Which numbers of a room there are.
     *
     * @param gone entries up to this number are no longer kept; 0 while all are
     * @param last the newest number; 0 before the first
     */
    record Extent(long gone, long last) {
    }

    /** One number of one room. */
    record Place(UUID room, long seq) {
    }
}
