package community.haven.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import community.haven.conversation.EntryRows.Place;
import community.haven.shared.Jdbc;

/** Who is with whom, and how: for nobody but the one who is. */
@Singleton
class SupportRows {

    private static final Place BEFORE_ALL = new Place(new UUID(0, 0), 0);

    private final Jdbc jdbc;

    SupportRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it made a difference. */
    boolean add(UUID account, UUID room, long seq, SupportKind kind) {
        return jdbc.update("insert ignore into message_support (account_id, room_id, seq, kind) values (?, ?, ?, ?)", account,
                room, seq, kind) > 0;
    }

    /** Whether it made a difference. */
    boolean remove(UUID account, UUID room, long seq, SupportKind kind) {
        return jdbc.update("delete from message_support where account_id = ? and room_id = ? and seq = ? and kind = ?", account,
                room, seq, kind) > 0;
    }

    /** Whether anybody gives it. */
    boolean has(UUID room, long seq, SupportKind kind) {
        return !jdbc.list("select seq from message_support where room_id = ? and seq = ? and kind = ? limit 1",
                List.of(room, seq, kind), row -> row.getLong("seq")).isEmpty();
    }

    /** What somebody gives to these messages; those they give nothing to are left out. */
    Map<Long, List<SupportKind>> by(UUID account, UUID room, Collection<Long> seqs) {
        if (seqs.isEmpty()) {
            return Map.of();
        }
        return jdbc.list("select seq, kind from message_support where account_id = ? and room_id = ? and ("
                + Jdbc.any("seq = ?", seqs.size()) + ")",
                Stream.concat(Stream.of(account, room), seqs.stream()).toList(),
                row -> Map.entry(row.getLong("seq"), SupportKind.valueOf(row.getString("kind")))).stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** A message that this account gives something to. */
    Optional<Given> anyOf(UUID account) {
        return after(account, null, 1).stream().findFirst();
    }

    int countOf(UUID account) {
        return jdbc.list("select count(distinct room_id, seq) as messages from message_support where account_id = ?",
                List.of(account), row -> row.getInt("messages")).get(0);
    }

    /** What this account gives, message by message. */
    List<Given> after(UUID account, Place last, int limit) {
        Place place = last == null ? BEFORE_ALL : last;
        return jdbc.list("""
                select room_id, seq, group_concat(kind) as kinds from message_support
                where account_id = ? and (room_id > ? or (room_id = ? and seq > ?))
                group by room_id, seq order by room_id, seq limit ?""",
                List.of(account, place.room(), place.room(), place.seq(), limit),
                row -> new Given(new Place(Jdbc.uuid(row, "room_id"), row.getLong("seq")),
                        SupportKind.split(row.getString("kinds"))));
    }

    /** What one person gives to one message. */
    record Given(Place place, List<SupportKind> kinds) {
    }
}
