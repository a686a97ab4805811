package community.haven.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import community.haven.shared.Jdbc;

/** The table of who is not heard in which room. Asked for every group of messages, hence plain SQL. */
@Singleton
class RoomMuteRows {

    private final Jdbc jdbc;

    RoomMuteRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Until when people are not heard in rooms; where they are, it is left out. */
    Map<Membership, Instant> inForce(Collection<Membership> asked, Instant now) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        return jdbc.list(Jdbc.sought(asked.size(), "room_id uuid", "account_id uuid") + """
                select m.* from sought straight_join room_mute m force index (primary)
                on m.room_id = sought.room_id and m.account_id = sought.account_id""",
                asked.stream().flatMap(one -> Stream.of(one.room(), one.account())).toList(), RoomMuteRows::read).stream()
                .filter(mute -> mute.until().isAfter(now))
                .collect(Collectors.toMap(mute -> new Membership(mute.room(), mute.account()), RoomMute::until));
    }

    Optional<RoomMute> find(Membership membership, Instant now) {
        return jdbc.list("select * from room_mute where room_id = ? and account_id = ? and ends_at > ?",
                List.of(membership.room(), membership.account(), now), RoomMuteRows::read).stream().findFirst();
    }

    /** Those that end first come first. */
    List<RoomMute> of(UUID room, Instant now) {
        return jdbc.list("select * from room_mute where room_id = ? and ends_at > ? order by ends_at, account_id",
                List.of(room, now), RoomMuteRows::read);
    }

    List<RoomMute> about(UUID account) {
        return jdbc.list("select * from room_mute where account_id = ? order by made_at", List.of(account),
                RoomMuteRows::read);
    }

    void add(RoomMute mute) {
        jdbc.update("""
                insert into room_mute (room_id, account_id, rule_id, reason, made_at, ends_at, by_staff)
                values (?, ?, ?, ?, ?, ?, ?)""", mute.room(), mute.account(), mute.rule(), mute.reason(), mute.since(),
                mute.until(), mute.byStaff());
    }

    void remove(Membership membership) {
        jdbc.update("delete from room_mute where room_id = ? and account_id = ?", membership.room(), membership.account());
    }

    /** @return how many had ended by then */
    int removeEnded(Instant now) {
        return jdbc.update("delete from room_mute where ends_at <= ?", now);
    }

    private static RoomMute read(ResultSet row) throws SQLException {
        return new RoomMute(Jdbc.uuid(row, "room_id"), Jdbc.uuid(row, "account_id"), row.getString("rule_id"),
                row.getString("reason"), Jdbc.instant(row, "made_at"), Jdbc.instant(row, "ends_at"),
                row.getBoolean("by_staff"));
    }
}
