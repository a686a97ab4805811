package community.haven.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.shared.Jdbc;

/** The invitations into rooms. */
@Singleton
class RoomInvitationRows {

    private final Jdbc jdbc;

    RoomInvitationRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void add(Row row, String hash) {
        jdbc.batch("""
                insert into room_invitation (id, room_id, hash, uses_left, note, maker, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                List.of(Arrays.asList(row.id(), row.room(), hash, row.usesLeft(), row.note(),
                        row.maker(), row.createdAt(), row.expiresAt())));
    }

    /** Those of a room, the newest first, from behind the given one on. */
    List<Row> before(UUID room, Instant at, UUID id, int limit) {
        return jdbc.list("""
                select * from room_invitation where room_id = ? and (created_at < ? or created_at = ? and id < ?)
                order by created_at desc, id desc limit ?""", List.of(room, at, at, id, limit), RoomInvitationRows::read);
    }

    Optional<Row> of(String hash) {
        return jdbc.list("select * from room_invitation where hash = ?", List.of(hash), RoomInvitationRows::read).stream()
                .findFirst();
    }

    /** Whether one more person may come in by it; then there is one less. */
    boolean use(UUID id, Instant now) {
        return jdbc.update("""
                update room_invitation set uses_left = uses_left - 1 where id = ? and uses_left > 0 and expires_at > ?""", id,
                now) > 0;
    }

    /** Whether there was something to remove. */
    boolean remove(UUID room, UUID id) {
        return jdbc.update("delete from room_invitation where room_id = ? and id = ?", room, id) > 0;
    }

    void forgetBefore(Instant end) {
        jdbc.update("delete from room_invitation where expires_at < ?", end);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(Jdbc.uuid(row, "id"), Jdbc.uuid(row, "room_id"), row.getInt("uses_left"), row.getString("note"),
                Jdbc.uuid(row, "maker"), Jdbc.instant(row, "created_at"), Jdbc.instant(row, "expires_at"));
    }

    record Row(UUID id, UUID room, int usesLeft, String note, UUID maker, Instant createdAt, Instant expiresAt) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }
}
