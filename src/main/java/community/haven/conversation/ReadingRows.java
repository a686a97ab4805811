package community.haven.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.shared.Jdbc;

/** How far people have read: for nobody but themselves. */
@Singleton
class ReadingRows {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int MOST = 100;

    private final Jdbc jdbc;

    ReadingRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Never goes back. Without a membership there is nothing to keep, and so nothing to fail when one ends just now. */
    void mark(UUID account, UUID room, long seq) {
        jdbc.update("""
                insert into reading_mark (room_id, account_id, seq)
                select room_id, account_id, ? from membership where room_id = ? and account_id = ?
                on duplicate key update seq = greatest(reading_mark.seq, values(seq))""", seq, room, account);
    }

    Optional<Long> of(UUID account, UUID room) {
        return jdbc.list("select seq from reading_mark where room_id = ? and account_id = ?", List.of(room, account),
                row -> row.getLong("seq")).stream().findFirst();
    }

    /** How many messages of others came after a number, counted to a hundred, without those of some people. */
    int unread(UUID account, UUID room, long after, Collection<UUID> besides) {
        List<Object> values = new ArrayList<>(List.of(room, after, account));
        values.addAll(besides);
        values.add(MOST);
        return jdbc.list("""
                select count(*) as unread from (select e.seq from entry e
                where e.room_id = ? and e.seq > ? and e.kind = 'MESSAGE' and e.author_id <> ?""" + " and e.author_id <> ?"
                .repeat(besides.size()) + """
                         and not exists (select 1 from removal x
                            where x.room_id = e.room_id and x.message_seq = e.seq and x.restored_seq is null)
                        order by e.seq limit ?) found""", values, row -> row.getInt("unread")).get(0);
    }

    int countOf(UUID account) {
        return jdbc.list("select count(*) as rooms from reading_mark where account_id = ?", List.of(account),
                row -> row.getInt("rooms")).get(0);
    }

    /** Rooms where this person has a mark, after the given one. */
    List<Mark> after(UUID account, Mark last, int limit) {
        return jdbc.list("select room_id, seq from reading_mark where account_id = ? and room_id > ? order by room_id limit ?",
                List.of(account, last == null ? BEFORE_ALL : last.room(), limit),
                row -> new Mark(Jdbc.uuid(row, "room_id"), row.getLong("seq")));
    }

    record Mark(UUID room, long seq) {
    }
}
