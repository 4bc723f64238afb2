package kaigo.platform.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import kaigo.keys.RolePasswords;

/** Proves on the running server, as the application sees it, that an acknowledged row survives a power cut. */
final class DurabilityCheck {
    private static final List<String> MUST_BE_ON =
            List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums");

    private DurabilityCheck() {}

    static void demand(int port, RolePasswords passwords) throws SQLException {
        List<String> off = new ArrayList<>();
        try (Connection connection =
                        Connections.open(port, Roles.DATABASE, Roles.APPLICATION, passwords.application());
                Statement statement = connection.createStatement()) {
            for (String setting : MUST_BE_ON) {
                if (!"on".equals(show(statement, setting))) {
                    off.add(setting);
                }
            }
        }
        if (!off.isEmpty()) {
            throw new PostgresUnavailable(
                    "データを失わないための設定が無効です: " + off + "。有効にして起動し直してください。",
                    "Settings that keep data safe are off: " + off + ". Switch them on and start again.");
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet answer = statement.executeQuery("SHOW " + setting)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
