package kaigo.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The base of the daily diff: COPY of prepared rows into a temporary table, one INSERT … ON CONFLICT DO UPDATE of those
 * that differ, and COPY of their results, on one connection. The rows are those of the diff that was loaded just before,
 * its changed half changed once more.
 */
final class UpsertBase {

    private final Path rows;
    private final Path results;

    UpsertBase(Path folder) {
        this.rows = folder.resolve("upsert.rows");
        this.results = folder.resolve("upsert.results");
    }

    /**
     * Takes the rows out.
     *
     * @param time 1 for the first run: the results of each go under receipts of their own
     */
    void prepare(Connection connection, int time) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table diff as select r.* from intake.result r join intake.file f"
                    + " using (insurer_number, receipt) where f.process = 'D'");
            statement.execute("create temporary table next as select p.* from insured.person p"
                    + " join diff using (insurer_number, insured_number)");
            statement.execute("update next set address = address || '２', content_hash = sha256(content_hash)"
                    + " where revision > 1");
            statement.execute("update diff set receipt = receipt + 100000 * " + time);
            copyOut(connection, "next", rows);
            copyOut(connection, "diff", results);
            statement.execute("drop table diff, next");
        }
    }

    /** Seconds. */
    double run(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum insured.person, intake.result");
            statement.execute("checkpoint");
            String update = updates(statement);
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            statement.execute("create temporary table stage (like insured.person) on commit drop");
            copyIn(connection, "stage", rows);
            statement.execute("insert into insured.person as p select * from stage"
                    + " on conflict (insurer_number, insured_number) do update set " + update
                    + " where p.content_hash is distinct from excluded.content_hash");
            copyIn(connection, "intake.result", results);
            connection.commit();
            double seconds = (System.nanoTime() - begun) / 1e9;
            connection.setAutoCommit(true);
            return seconds;
        }
    }

    private static String updates(Statement statement) throws SQLException {
        List<String> sets = new ArrayList<>();
        try (ResultSet columns = statement.executeQuery("select column_name from information_schema.columns"
                + " where table_schema = 'insured' and table_name = 'person'"
                + " and column_name not in ('insurer_number', 'insured_number')")) {
            while (columns.next()) {
                sets.add(columns.getString(1) + " = excluded." + columns.getString(1));
            }
        }
        return String.join(", ", sets);
    }

    private static void copyOut(Connection connection, String table, Path to) throws SQLException, IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
        }
    }

    private static void copyIn(Connection connection, String table, Path from) throws SQLException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from), 1 << 16)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in, 1 << 16);
        }
    }
}
