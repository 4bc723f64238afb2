package kaigo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import kaigo.shared.InsurerNumber;

/**
 * As long as it is open, whoever writes a row of the insurer into the table loses its connection to the database at once, or
 * when it would commit.
 */
public final class Kills implements AutoCloseable {

    private final String table;

    private Kills(String table) {
        this.table = table;
    }

    /** Behind the statement that writes the row. */
    public static Kills after(String table, InsurerNumber insurer) {
        return with("trigger", "", table, insurer);
    }

    /** Behind all statements of the transaction. */
    public static Kills atCommit(String table, InsurerNumber insurer) {
        return with("constraint trigger", "deferrable initially deferred", table, insurer);
    }

    private static Kills with(String kind, String when, String table, InsurerNumber insurer) {
        asOwner("""
                create schema killing;
                create function killing.now() returns trigger language plpgsql as
                    $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
                create %s killing after insert or update on %s %s for each row
                    when (new.insurer_number = '%s') execute function killing.now()""".formatted(kind, table, when, insurer.value()));
        return new Kills(table);
    }

    @Override
    public void close() {
        asOwner("drop trigger killing on %s; drop schema killing cascade".formatted(table));
    }

    private static void asOwner(String sql) {
        try (Connection owner = TestDatabase.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
