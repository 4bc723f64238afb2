package kaigo.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The base of the load: COPY of the same rows into the same tables with the same keys and indexes, on one connection. The
 * rows are those that a load left, taken out beforehand.
 */
final class CopyBase {

    private final Path folder;
    private final List<String> tables;

    /** @param folder where the rows are kept meanwhile */
    CopyBase(Path folder, List<String> tables) {
        this.folder = folder;
        this.tables = tables;
    }

    /** Takes the rows out. */
    void prepare(Connection connection) throws SQLException, IOException {
        for (String table : tables) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(table)))) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
            }
        }
    }

    /** Empties the tables, untimed, then puts the rows back; seconds. */
    double run(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", tables));
            statement.execute("checkpoint");
        }
        long begun = System.nanoTime();
        for (String table : tables) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(table)), 1 << 16)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in, 1 << 16);
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
