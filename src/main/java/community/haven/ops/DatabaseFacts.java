package community.haven.ops;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database server says about itself.
 *
 * @param version such as {@code 11.8.2-MariaDB-ubu2404}
 * @param charset of the database that Haven is to use
 * @param flush {@code innodb_flush_log_at_trx_commit}
 */
record DatabaseFacts(String version, String charset, int flush) {

    static DatabaseFacts of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select version(), @@character_set_database, @@global.innodb_flush_log_at_trx_commit")) {
            row.next();
            return new DatabaseFacts(row.getString(1), row.getString(2), row.getInt(3));
        }
    }
}
