package community.haven.board;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;

import community.haven.account.PersonalTraces;
import community.haven.shared.Jdbc;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Takes what somebody wrote off the board, with every earlier version of it.
 * <p>
 * A deleted row leaves its words in the index of words until that is built anew. So rows are emptied first, then the index is
 * built, then the empty rows go: wherever this stops, the rows are still there for the next run to begin with.
 */
@Singleton
class ErasedResources implements PersonalTraces {

    private final Jdbc jdbc;
    private final DataSource source;

    ErasedResources(Jdbc jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    @Override
    public boolean erasePart(Leaver leaver, int limit) {
        UUID account = leaver.account();
        if (jdbc.list("select 1 from board_resource where author_id = ? limit 1", List.of(account), row -> 1).isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> forgetStaff(account));
            return false;
        }
        QuarkusTransaction.requiringNew().run(() -> empty(account));
        buildIndex();
        QuarkusTransaction.requiringNew().run(
                () -> jdbc.update("delete from board_resource where author_id = ? and title = ''", account));
        return true;
    }

    /** As a new version: an edit that is on its way is then an edit of an old one. */
    private void empty(UUID account) {
        jdbc.update("""
                update board_resource set title = '', summary = '', body = '', steps = '', source = null,
                state = 'WITHDRAWN', version = version + 1 where author_id = ? and title <> ''""", account);
    }

    /** Without stop words, as the migration has it; and not for long, since whoever searches waits behind it. */
    private void buildIndex() {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set session innodb_ft_enable_stopword = 0");
            try {
                statement.execute("alter table board_resource wait 5 force");
            } finally {
                statement.execute("set session innodb_ft_enable_stopword = default");
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private void forgetStaff(UUID account) {
        jdbc.update("update board_revision set editor_id = null where editor_id = ?", account);
        jdbc.update("update board_removal set moderator_id = null where moderator_id = ?", account);
        jdbc.update("update board_removal set restored_by = null where restored_by = ?", account);
    }
}
