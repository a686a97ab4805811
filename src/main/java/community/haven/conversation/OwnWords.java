package community.haven.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.PersonalData;
import community.haven.conversation.EntryRows.Place;
import community.haven.room.Rooms;
import community.haven.shared.Jdbc;

/** What one has said in rooms, and what one was told when something of it was removed. */
@Singleton
class OwnWords implements PersonalData {

    private static final Place BEFORE_ALL = new Place(new UUID(0, 0), 0);
    private static final String AFTER = " and (%1$s.room_id > ? or (%1$s.room_id = ? and %1$s.%2$s > ?))"
            + " order by %1$s.room_id, %1$s.%2$s limit ?";

    private final Jdbc jdbc;
    private final Rooms rooms;

    OwnWords(Jdbc jdbc, Rooms rooms) {
        this.jdbc = jdbc;
        this.rooms = rooms;
    }

    @Override
    public List<Part> partsOf(UUID account) {
        return List.of(
                part("messages", account, "entry e where e.author_id = ?", AFTER.formatted("e", "seq"), "seq"),
                part("messageRemovals", account, """
                        removal x join entry e on e.room_id = x.room_id and e.seq = x.message_seq where e.author_id = ?""",
                        AFTER.formatted("x", "removed_seq"), "removed_seq"));
    }

    private Part part(String name, UUID account, String from, String after, String number) {
        long count = jdbc.list("select count(*) as found from " + from, List.of(account), row -> row.getLong("found")).get(0);
        String sql = "select * from " + from + after;
        return Part.<Found> paged(name, count, last -> {
            Place place = last == null ? BEFORE_ALL : last.place();
            return named(jdbc.list(sql, List.of(account, place.room(), place.room(), place.seq(), PAGE),
                    row -> new Found(new Place(Jdbc.uuid(row, "room_id"), row.getLong(number)),
                            number.equals("seq") ? message(row) : removal(row))));
        }, Found::item);
    }

    /** The name of its room, as it is now, comes first in each. */
    private List<Found> named(List<Found> found) {
        Map<UUID, String> names = rooms.names(found.stream().map(one -> one.place().room()).distinct().toList());
        found.forEach(one -> one.item().put("room", names.get(one.place().room())));
        return found;
    }

    private static Map<String, Object> message(ResultSet row) throws SQLException {
        String need = row.getString("need");
        return PersonalData.item("room", null, "number", row.getLong("seq"), "at", Jdbc.instant(row, "at"),
                "text", row.getString("text"), "need", need == null ? null : need.toLowerCase(Locale.ROOT).replace('_', '-'),
                "contentNote", row.getString("content_note"), "replyTo", row.getObject("reply_to"), "announcement",
                row.getBoolean("announcement"));
    }

    private static Map<String, Object> removal(ResultSet row) throws SQLException {
        Instant restoredAt = row.getObject("restored_at") == null ? null : Jdbc.instant(row, "restored_at");
        return PersonalData.item("room", null, "number", row.getLong("message_seq"), "at", Jdbc.instant(row, "removed_at"),
                "rule", row.getString("rule_id"), "reason", row.getString("reason"), "restoredAt", restoredAt,
                "restoreReason", row.getString("restore_reason"));
    }

    private record Found(Place place, Map<String, Object> item) {

        @Override
        public String toString() {
            return "Found[" + place + "]";
        }
    }
}
