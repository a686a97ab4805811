package community.haven.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;

/**
 * Plain SQL, for where many rows are asked for or written at once. Within a transaction it runs on the transaction's own
 * connection. Ids, instants and enums are bound as the tables hold them.
 */
@Singleton
public class Jdbc {

    private final DataSource source;

    Jdbc(DataSource source) {
        this.source = source;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Collection<?> values, Reader<T> reader) {
        return on(sql, statement -> {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        });
    }

    /** @return how many rows it changed */
    public int update(String sql, Object... values) {
        return on(sql, statement -> {
            // Unlike List.of, it holds the nulls of what is not there.
            bind(statement, Arrays.asList(values));
            return statement.executeUpdate();
        });
    }

    /** The same statement for each of several rows, sent together. */
    public void batch(String sql, Collection<? extends Collection<?>> rows) {
        on(sql, statement -> {
            for (Collection<?> row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /**
     * A table named {@code sought}, to stand before a {@code select} that joins it. Each of its rows is looked up by itself,
     * where
     * alternatives on keys of several columns are compared with one another, at a price that grows with the square of their
     * number: 100 keys of three columns took 12 ms like that, and take 0.4 ms like this. The order of the join
     * ({@code straight_join}) and its index ({@code force index}) are written down, since the database learns only some seconds
     * later that a table has grown, and goes through all of it until then.
     *
     * @param times how many rows it has, at least one; their values are bound row by row
     * @param columns each with its type, such as {@code "room_id uuid"}
     */
    public static String sought(int times, String... columns) {
        // The first row says what type the columns have.
        String first = Stream.of(columns).map(column -> "cast(? as " + column.substring(column.indexOf(' ') + 1) + ")")
                .collect(Collectors.joining(", ", "(", ")"));
        String further = ", (" + String.join(", ", Collections.nCopies(columns.length, "?")) + ")";
        String names = Stream.of(columns).map(column -> column.substring(0, column.indexOf(' ')))
                .collect(Collectors.joining(", "));
        return "with sought (" + names + ") as (values " + first + further.repeat(times - 1) + ") ";
    }

    /** The same condition as often as there are things to find; for keys of one column. */
    public static String any(String condition, int times) {
        return String.join(" or ", Collections.nCopies(times, condition));
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    /** {@code null} where there is none. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private <T> T on(String sql, Work<T> work) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static void bind(PreparedStatement statement, Collection<?> values) throws SQLException {
        int index = 1;
        for (Object value : values) {
            statement.setObject(index++, stored(value));
        }
    }

    private static Object stored(Object value) {
        if (value instanceof UUID id) {
            return id.toString();
        }
        if (value instanceof Instant at) {
            return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
