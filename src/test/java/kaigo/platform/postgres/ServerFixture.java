package kaigo.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kaigo.TestDatabase;
import kaigo.TestFolders;
import org.junit.jupiter.api.AfterEach;

/** A data folder of its own for each test, and the programs unpacked once for all. */
abstract class ServerFixture {
    static final Duration SOON = Duration.ofSeconds(60);
    private static Path unpacked;

    final Path data = TestFolders.create("kiban-test-server");
    final Queue<String> progress = new ConcurrentLinkedQueue<>();

    @AfterEach
    void remove() {
        TestFolders.delete(data);
    }

    static synchronized Path bin() throws IOException {
        if (TestDatabase.binFolder().isPresent()) {
            return TestDatabase.binFolder().get();
        }
        if (unpacked == null) {
            Path folder = TestFolders.create("kiban-test-binaries");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> TestFolders.delete(folder)));
            unpacked = Binaries.unpacked(folder).folder();
        }
        return unpacked;
    }

    PostgresSettings settings() throws IOException {
        return PostgresSettings.durable(data).withBin(java.util.Optional.of(bin()));
    }

    PostgresSettings settings(boolean durable, Map<String, String> extra) throws IOException {
        return new PostgresSettings(data, durable, extra, java.util.Optional.of(bin()));
    }

    PostgresServer start() throws IOException {
        return start(settings());
    }

    PostgresServer start(PostgresSettings settings) {
        return PostgresServer.start(settings, TestDatabase.PASSWORDS, progress::add);
    }

    static Connection connect(PostgresServer server, String role, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), role, password);
    }

    static Connection asOwner(PostgresServer server) throws SQLException {
        return connect(server, "kiban_owner", TestDatabase.PASSWORDS.owner());
    }

    static Connection asApplication(PostgresServer server) throws SQLException {
        return connect(server, "kiban_app", TestDatabase.PASSWORDS.application());
    }

    static Connection asSuperuser(PostgresServer server) throws SQLException {
        return connect(server, "kiban_super", TestDatabase.PASSWORDS.superuser());
    }

    static void run(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = asOwner(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    static String ask(PostgresServer server, String sql) throws SQLException {
        return ask(asOwner(server), sql);
    }
}
