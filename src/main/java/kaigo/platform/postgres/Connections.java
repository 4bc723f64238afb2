package kaigo.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.util.PSQLState;

/** Connections of the supervisor itself. */
final class Connections {
    private static final String STARTING = "57P03";

    private Connections() {}

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&gssEncMode=disable";
    }

    static Connection open(int port, String database, String role, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        Connection connection = new Driver().connect(url(port, database), properties);
        if (connection == null) {
            throw new SQLException("the driver doesn't know this address");
        }
        return connection;
    }

    static boolean accepted(int port, String database, String role, String password) throws SQLException {
        try (Connection connection = open(port, database, role, password)) {
            return connection.isValid(10);
        } catch (SQLException failure) {
            if (wrongPassword(failure)) {
                return false;
            }
            throw failure;
        }
    }

    static boolean wrongPassword(SQLException failure) {
        return PSQLState.INVALID_PASSWORD.getState().equals(failure.getSQLState());
    }

    static boolean starting(SQLException failure) {
        return STARTING.equals(failure.getSQLState());
    }
}
