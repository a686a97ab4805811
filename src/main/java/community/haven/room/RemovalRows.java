package community.haven.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import community.haven.guidelines.Grounds;
import community.haven.shared.Jdbc;

/** Who was taken out of which room. Whoever writes holds the row of the room. */
@Singleton
class RemovalRows {

    private final Jdbc jdbc;

    RemovalRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void add(Membership who, Grounds grounds, Instant until, UUID by, Instant now) {
        jdbc.batch("""
                replace into room_removal (room_id, account_id, rule_id, reason, removed_by, removed_at, until)
                values (?, ?, ?, ?, ?, ?, ?)""",
                List.of(Arrays.asList(who.room(), who.account(), grounds.rule(), grounds.reason(), by, now, until)));
    }

    void end(Membership who) {
        jdbc.update("delete from room_removal where room_id = ? and account_id = ?", who.room(), who.account());
    }

    /** What holds about these people in a room at this moment. */
    Map<UUID, MemberRemoval> inForce(UUID room, Collection<UUID> accounts, Instant now) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return jdbc.list("select * from room_removal where room_id = ? and (until is null or until > ?) and ("
                + Jdbc.any("account_id = ?", accounts.size()) + ")",
                Stream.concat(Stream.of(room, now), accounts.stream()).toList(),
                row -> Map.entry(Jdbc.uuid(row, "account_id"), read(row))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps nothing of those that have been over since before this moment. */
    void forgetBefore(Instant end) {
        jdbc.update("delete from room_removal where until < ?", end);
    }

    static MemberRemoval read(ResultSet row) throws SQLException {
        return new MemberRemoval(row.getString("rule_id"), row.getString("reason"), Jdbc.instant(row, "removed_at"),
                Jdbc.instant(row, "until"));
    }
}
