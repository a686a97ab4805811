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

/** Who would like to come into which room. Whoever writes holds the row of the room. */
@Singleton
class RequestRows {

    private final Jdbc jdbc;

    RequestRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void add(Request request) {
        jdbc.batch("insert into room_request (room_id, account_id, state, note, asked_at) values (?, ?, ?, ?, ?)",
                List.of(Arrays.asList(request.who().room(), request.who().account(), request.state(), request.note(),
                        request.askedAt())));
    }

    Optional<Request> of(Membership who) {
        return jdbc.list("select * from room_request where room_id = ? and account_id = ?",
                List.of(who.room(), who.account()), RequestRows::read).stream().findFirst();
    }

    void write(Membership who, String note) {
        jdbc.update("update room_request set note = ? where room_id = ? and account_id = ?", note, who.room(), who.account());
    }

    /** From now on they wait for a place and for nobody's decision; their turn stays what it was. */
    void putInLine(Membership who) {
        jdbc.update("update room_request set state = 'WAITING', note = null where room_id = ? and account_id = ?", who.room(),
                who.account());
    }

    /** The same for all whom nobody has taken out of the room. */
    void putAllInLine(UUID room, Instant now) {
        jdbc.update(
                """
                        update room_request q set state = 'WAITING', note = null where q.room_id = ? and q.state = 'ASKED' and not exists (
                        select 1 from room_removal x where x.room_id = q.room_id and x.account_id = q.account_id
                        and (x.until is null or x.until > ?))""",
                room, now);
    }

    /** Whether there was something to remove. */
    boolean remove(Membership who) {
        return jdbc.update("delete from room_request where room_id = ? and account_id = ?", who.room(), who.account()) > 0;
    }

    void removeAll(UUID account) {
        jdbc.update("delete from room_request where account_id = ?", account);
    }

    /** Who waits for a place, the longest wait first. */
    List<UUID> line(UUID room) {
        return jdbc.list("""
                select account_id from room_request where room_id = ? and state = 'WAITING'
                order by asked_at, account_id""", List.of(room), row -> Jdbc.uuid(row, "account_id"));
    }

    /** The longest wait first, from behind the given one on. */
    List<Request> after(UUID room, Instant at, UUID account, int limit) {
        return jdbc.list("""
                select * from room_request where room_id = ? and (asked_at > ? or asked_at = ? and account_id > ?)
                order by asked_at, account_id limit ?""", List.of(room, at, at, account, limit), RequestRows::read);
    }

    static Request read(ResultSet row) throws SQLException {
        return new Request(new Membership(Jdbc.uuid(row, "room_id"), Jdbc.uuid(row, "account_id")),
                Belonging.valueOf(row.getString("state")), row.getString("note"), Jdbc.instant(row, "asked_at"));
    }
}
