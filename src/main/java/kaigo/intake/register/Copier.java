package kaigo.intake.register;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import kaigo.access.JobPermit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** COPY on the connection of the running transaction. */
final class Copier {

    private static final SQLExceptionTranslator ERRORS = new SQLStateSQLExceptionTranslator();

    private final DataSource database;

    Copier(DataSource database) {
        this.database = database;
    }

    void copy(JobPermit permit, String sql, CopyRows rows) {
        if (rows.rows() == 0) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                copy.writeToCopy(rows.bytes(), 0, rows.length());
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw translated(sql, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** Only the state: the message itself ("invalid input syntax …: …") and its place hold values of the record. */
    private static RuntimeException translated(String sql, SQLException e) {
        SQLException bare = new SQLException("copy refused", e.getSQLState());
        RuntimeException translated = ERRORS.translate("copy", sql, bare);
        return translated != null ? translated : new IllegalStateException("copy failed: " + e.getSQLState());
    }
}
