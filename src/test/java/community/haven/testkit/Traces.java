package community.haven.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/** Looks for somebody in the whole database: every column of every table that there is, whoever added it. */
@Singleton
public class Traces {

    private static final String TEXTS = "('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'json',"
            + " 'binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob')";

    private final AgroalDataSource database;

    Traces(AgroalDataSource database) {
        this.database = database;
    }

    /** The columns, such as {@code account.id}, in which an id stands, alone or within a text. */
    public Set<String> of(UUID id) {
        Set<String> found = new TreeSet<>(of(id.toString()));
        columns("data_type = 'uuid'").stream()
                .filter(column -> has(column, "%s = ?", id.toString())).map(Column::name).forEach(found::add);
        return found;
    }

    /** The columns in which a word stands, in whatever case. */
    public Set<String> of(String word) {
        Set<String> found = new TreeSet<>();
        columns("data_type in " + TEXTS).stream()
                .filter(column -> has(column, "lower(convert(%s using utf8mb4)) like ?", "%" + word.toLowerCase() + "%"))
                .map(Column::name).forEach(found::add);
        return found;
    }

    private List<Column> columns(String condition) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where c.table_schema = database() and t.table_type = 'BASE TABLE' and c.""" + condition)) {
            List<Column> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2)));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean has(Column column, String condition, String value) {
        String sql = "select 1 from `" + column.table + "` where " + condition.formatted("`" + column.column + "`")
                + " limit 1";
        try (Connection connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private record Column(String table, String column) {

        String name() {
            return table + "." + column;
        }
    }
}
