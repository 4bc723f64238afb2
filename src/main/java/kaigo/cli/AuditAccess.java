package kaigo.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import kaigo.keys.KeyRing;
import kaigo.keys.RolePasswords;
import kaigo.platform.postgres.PostgresServer;
import kaigo.platform.postgres.PostgresSettings;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The auditor's way to the stream: a database named by the environment, the running demo's, or the stopped demo's, which
 * is started for the time of the check.
 */
record AuditAccess(DataSource database, @Nullable PostgresServer started) implements AutoCloseable {

    private static final String URL = "KIBAN_DATABASE_URL";
    private static final String USER = "KIBAN_AUDITOR_USER";
    private static final String PASSWORD = "KIBAN_AUDITOR_PASSWORD";

    static AuditAccess open(Path folder, Map<String, String> environment) {
        String url = environment.get(URL);
        if (url != null) {
            return new AuditAccess(
                    source(
                            url,
                            environment.getOrDefault(USER, "kiban_auditor"),
                            Objects.requireNonNullElse(environment.get(PASSWORD), "")),
                    null);
        }
        Path keyFile = folder.resolve("keys.json");
        if (!Files.exists(keyFile)) {
            throw new IllegalArgumentException("デモのデータがありません: " + folder + "（--data か " + URL + " で指定してください）");
        }
        RolePasswords passwords =
                KeyRing.openOrCreate(keyFile).databasePasswords().orElseThrow();
        Optional<DataSource> running = PostgresServer.lastUrl(folder)
                .map(found -> source(found, "kiban_auditor", passwords.auditor()))
                .filter(AuditAccess::answers);
        if (running.isPresent()) {
            return new AuditAccess(running.get(), null);
        }
        PostgresServer server = PostgresServer.start(PostgresSettings.durable(folder), passwords, System.err::println);
        return new AuditAccess(source(server.jdbcUrl(), "kiban_auditor", passwords.auditor()), server);
    }

    private static DataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static boolean answers(DataSource source) {
        try (var connection = source.getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
