package kaigo.platform.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import kaigo.keys.RolePasswords;
import org.postgresql.PGConnection;

/** The database and its three roles: owner (migrations), application, auditor. Made again as often as asked. */
final class Roles {
    static final String DATABASE = "kiban";
    static final String OWNER = "kiban_owner";
    static final String APPLICATION = "kiban_app";
    static final String AUDITOR = "kiban_auditor";

    private Roles() {}

    static void establish(int port, RolePasswords passwords) throws SQLException {
        Map<String, String> logins =
                Map.of(OWNER, passwords.owner(), APPLICATION, passwords.application(), AUDITOR, passwords.auditor());
        try (Connection connection = Connections.open(port, "postgres", Cluster.SUPERUSER, passwords.superuser())) {
            for (String role : logins.keySet()) {
                createIfMissing(connection, "pg_roles", "rolname", role, "CREATE ROLE " + role);
            }
            String database = "CREATE DATABASE " + DATABASE + " OWNER " + OWNER
                    + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'";
            createIfMissing(connection, "pg_database", "datname", DATABASE, database);
            grant(connection);
            for (var login : logins.entrySet()) {
                setPasswordIfOther(connection, port, login.getKey(), login.getValue());
            }
        }
    }

    private static void createIfMissing(
            Connection connection, String catalogue, String column, String name, String creation) throws SQLException {
        String question = "SELECT 1 FROM " + catalogue + " WHERE " + column + " = ?";
        try (PreparedStatement asked = connection.prepareStatement(question)) {
            asked.setString(1, name);
            try (ResultSet found = asked.executeQuery();
                    Statement statement = connection.createStatement()) {
                if (!found.next()) {
                    statement.execute(creation);
                }
            }
        }
    }

    private static void grant(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String role : List.of(OWNER, APPLICATION, AUDITOR)) {
                statement.execute("ALTER ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION");
            }
            statement.execute("REVOKE ALL ON DATABASE " + DATABASE + ", postgres, template1 FROM PUBLIC");
            // staging is a temporary table of the connection
            statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + DATABASE + " TO " + APPLICATION);
            statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + AUDITOR);
        }
    }

    /** The driver sends a SCRAM verifier, so no password stands in a statement. */
    private static void setPasswordIfOther(Connection connection, int port, String role, String password)
            throws SQLException {
        if (!Connections.accepted(port, DATABASE, role, password)) {
            connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
        }
    }
}
