package kaigo.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kaigo.identity.DemoTraces;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** データベースの点検 before {@code serve}: everything that is wrong at once, and nothing is changed. */
public final class DatabaseCheck {

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    private final DatabaseAddress database;
    private final List<String> problems = new ArrayList<>();

    private DatabaseCheck(DatabaseAddress database) {
        this.database = database;
    }

    /** In Japanese and short English, one line each; empty if the server may start on it. */
    public static List<String> problems(DatabaseAddress database) {
        DatabaseCheck check = new DatabaseCheck(database);
        check.as(database.owner(), check::owner);
        check.as(database.application(), check::application);
        return List.copyOf(check.problems);
    }

    /** A connection of the driver's own, without a pool. */
    public static PGSimpleDataSource source(String url, DatabaseAddress.Role role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role.name());
        source.setPassword(role.password());
        source.setConnectTimeout(10);
        return source;
    }

    private interface Questions {
        void ask(Connection connection) throws SQLException;
    }

    private void as(DatabaseAddress.Role role, Questions questions) {
        try (Connection connection = source(database.url(), role).getConnection()) {
            questions.ask(connection);
        } catch (SQLException e) {
            problems.add(reason(role, String.valueOf(e.getSQLState())));
        }
    }

    private static String reason(DatabaseAddress.Role role, String state) {
        return switch (state) {
            case "28P01", "28000" -> "役割 " + role + " が拒まれました。パスワードと pg_hba.conf を確かめてください / role refused";
            case "3D000" -> "データベースがありません（役割 " + role + "） / no such database";
            case "42501" -> "役割 " + role + " に CONNECT などの権限がありません / not permitted";
            default -> "データベースにつながりません（役割 " + role + "、" + state + "） / can't reach the database";
        };
    }

    private void owner(Connection connection) throws SQLException {
        demand(
                connection,
                "select has_database_privilege(current_database(), 'CREATE') and has_schema_privilege('public', 'CREATE')",
                "役割 " + database.owner() + " をデータベースの所有者にしてください / the owner role must own the database");
        if (!ask(
                connection,
                "select exists (select from pg_roles where rolname = ?)",
                database.auditor().name())) {
            problems.add("監査人の役割がありません: " + database.auditor() + " / no auditor role");
        }
    }

    private void application(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST || version > NEWEST) {
            problems.add("PostgreSQL " + version + " には対応していません（15〜18） / unsupported server version");
        }
        for (String setting : List.of("fsync", "full_page_writes")) {
            demand(
                    connection,
                    "select current_setting('" + setting + "') = 'on'",
                    setting + " が off です。on にしてください / data could be lost");
        }
        demand(
                connection,
                "select current_setting('synchronous_commit') <> 'off'",
                "synchronous_commit が off です。on にしてください / data could be lost");
        demand(
                connection,
                "select current_setting('server_encoding') = 'UTF8'",
                "データベースの文字コードを UTF8 にしてください / the encoding must be UTF8");
        demand(
                connection,
                "select has_database_privilege(current_database(), 'TEMPORARY')",
                "役割 " + database.application() + " に TEMPORARY の権限がありません / TEMPORARY is needed");
        powers(connection);
        demoTraces(connection);
    }

    private void powers(Connection connection) throws SQLException {
        if (ask(connection, "select rolsuper from pg_roles where rolname = current_user")) {
            problems.add("役割 " + database.application() + " がスーパーユーザーです / the application role is a superuser");
            return;
        }
        if (ask(
                connection,
                "select pg_has_role(oid, 'MEMBER') from pg_roles where rolname = ?",
                database.owner().name())) {
            problems.add("役割 " + database.application() + " が所有者の権限を持っています / it has the owner's rights");
        }
        if (ask(connection, """
                select coalesce(bool_or(has_any_column_privilege(c.oid, 'UPDATE')
                    or has_table_privilege(c.oid, 'DELETE') or has_table_privilege(c.oid, 'TRUNCATE')), false)
                from pg_class c where c.relnamespace = to_regnamespace('audit') and c.relname = 'entry'""")) {
            problems.add("役割 " + database.application() + " が監査記録を変更できます / it may change audit.entry");
        }
    }

    private void demoTraces(Connection connection) throws SQLException {
        if (!ask(connection, "select to_regnamespace('identity') is not null")) {
            return;
        }
        JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        try {
            for (String found : DemoTraces.in(client)) {
                problems.add(found + " があります。デモとは別の、新しいデータベースを使ってください / take a new database");
            }
        } catch (DataAccessException e) {
            problems.add("役割 " + database.application() + " が表を読めません。別の役割で移行したデータベースです / no rights on our tables");
        }
    }

    private void demand(Connection connection, String question, String otherwise) throws SQLException {
        if (!ask(connection, question)) {
            problems.add(otherwise);
        }
    }

    private static boolean ask(Connection connection, String question, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
