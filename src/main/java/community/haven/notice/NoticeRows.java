package community.haven.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.shared.Jdbc;

/** The table of notices. */
@Singleton
class NoticeRows {

    private final Jdbc jdbc;

    NoticeRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, UUID account, News news, Instant at) {
        jdbc.batch("""
                insert into notice (id, account_id, kind, at, room_id, about, seq, rule_id, reason, until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", List.of(Arrays.asList(id, account, news.kind(), at, news.room(),
                news.about(), news.seq(), news.rule(), news.reason(), news.until())));
    }

    /** The newest first, from behind the given one on. */
    List<Row> before(UUID account, Instant at, UUID id, int limit) {
        return jdbc.list("""
                select * from notice where account_id = ? and (at < ? or at = ? and id < ?)
                order by at desc, id desc limit ?""", List.of(account, at, at, id, limit), NoticeRows::read);
    }

    int count(UUID account) {
        return jdbc.list("select count(*) as notices from notice where account_id = ?", List.of(account),
                row -> row.getInt("notices")).get(0);
    }

    int unread(UUID account) {
        return jdbc.list("select count(*) as unread from notice where account_id = ? and read_at is null", List.of(account),
                row -> row.getInt("unread")).get(0);
    }

    /** Whether somebody has an unread notice of this kind about this room. */
    boolean hasUnread(UUID account, NoticeKind kind, UUID room) {
        return !jdbc.list("""
                select id from notice where account_id = ? and read_at is null and kind = ? and room_id = ? limit 1""",
                List.of(account, kind, room), row -> Jdbc.uuid(row, "id")).isEmpty();
    }

    /** @return how many were unread */
    int markRead(UUID account, Instant upTo, Instant now) {
        return jdbc.update("update notice set read_at = ? where account_id = ? and read_at is null and at <= ?", now, account,
                upTo);
    }

    int delete(UUID account, UUID id) {
        return jdbc.update("delete from notice where account_id = ? and id = ?", account, id);
    }

    void deleteBefore(Instant end) {
        jdbc.update("delete from notice where at < ?", end);
    }

    private static Row read(ResultSet row) throws SQLException {
        News news = new News(NoticeKind.valueOf(row.getString("kind")), Jdbc.uuid(row, "room_id"), row.getString("about"),
                row.getObject("seq", Long.class), row.getString("rule_id"), row.getString("reason"),
                Jdbc.instant(row, "until"));
        return new Row(Jdbc.uuid(row, "id"), Jdbc.instant(row, "at"), news, row.getObject("read_at") != null);
    }

    record Row(UUID id, Instant at, News news, boolean read) {
    }
}
