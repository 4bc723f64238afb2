package kaigo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void one_server_serves_every_role_of_all_tests() throws SQLException {
        assertThat(TestDatabase.server()).isSameAs(TestDatabase.server());
        assertThat(user(TestDatabase.asOwner())).isEqualTo("kiban_owner");
        assertThat(user(TestDatabase.asApplication())).isEqualTo("kiban_app");
        assertThat(user(TestDatabase.asAuditor())).isEqualTo("kiban_auditor");
    }

    private static String user(Connection connection) throws SQLException {
        try (connection;
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT current_user")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
