package community.haven.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.DownloadView.State;
import community.haven.shared.Jdbc;

/** The table of downloads. Plain SQL, since the one who makes them has no transaction and writes a number now and then. */
@Singleton
class DownloadRows {

    private static final String UNDERWAY = "state in ('WAITING', 'WORKING') and asked_at > ?";

    private final Jdbc jdbc;

    DownloadRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Of several requests of one person one comes first. */
    void lockAccount(UUID account) {
        jdbc.list("select id from account where id = ? for update wait 5", List.of(account), row -> 1);
    }

    boolean isUnderway(UUID account, Instant since) {
        return !jdbc.list("select 1 from download where account_id = ? and " + UNDERWAY, List.of(account, since), row -> 1)
                .isEmpty();
    }

    void add(UUID id, UUID account, UUID node, Instant now, Instant expiresAt) {
        jdbc.update("""
                insert into download (id, account_id, node, state, done, total, bytes, asked_at, expires_at)
                values (?, ?, ?, 'WAITING', 0, 0, 0, ?, ?)""", id, account, node, now, expiresAt);
    }

    void progress(UUID id, long done, long total) {
        jdbc.update("update download set state = 'WORKING', done = ?, total = ? where id = ?", done, total, id);
    }

    void finished(UUID id, long bytes, Instant expiresAt) {
        jdbc.update("update download set state = 'READY', done = total, bytes = ?, expires_at = ? where id = ?", bytes,
                expiresAt, id);
    }

    void failed(UUID id) {
        jdbc.update("update download set state = 'FAILED' where id = ?", id);
    }

    /** Newest first. */
    List<DownloadView> of(UUID account) {
        return jdbc.list("select * from download where account_id = ? order by asked_at desc", List.of(account),
                DownloadRows::view);
    }

    Optional<DownloadView> find(UUID account, UUID id) {
        return jdbc.list("select * from download where account_id = ? and id = ?", List.of(account, id), DownloadRows::view)
                .stream().findFirst();
    }

    /** What somebody had before, and has no use for any more. */
    void deleteFinished(UUID account) {
        jdbc.update("delete from download where account_id = ?", account);
    }

    void deleteAllOf(UUID node) {
        jdbc.update("delete from download where node = ?", node);
    }

    void deleteExpired(Instant now) {
        jdbc.update("delete from download where expires_at < ?", now);
    }

    Set<UUID> idsOf(UUID node) {
        return new HashSet<>(jdbc.list("select id from download where node = ?", List.of(node), row -> Jdbc.uuid(row, "id")));
    }

    private static DownloadView view(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        return new DownloadView(Jdbc.uuid(row, "id"), state, row.getLong("done"), row.getLong("total"),
                state == State.READY ? row.getLong("bytes") : null, Jdbc.instant(row, "asked_at"),
                Jdbc.instant(row, "expires_at"));
    }
}
