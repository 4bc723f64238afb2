package kaigo.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kaigo.keys.KeyRing;
import kaigo.keys.RolePasswords;
import kaigo.platform.DatabaseAddress;
import kaigo.platform.DatabaseAddress.Role;
import kaigo.platform.DatabaseCheck;
import kaigo.platform.postgres.PostgresServer;
import kaigo.platform.postgres.PostgresSettings;
import org.jspecify.annotations.Nullable;

/**
 * A second program's way to the database: the one that the environment names, the running demo's, or the stopped demo's,
 * which is started for the time of the command.
 *
 * @param folder data folder with audit heads and their public keys
 */
record DatabaseAccess(
        DatabaseAddress address, Path folder, @Nullable PostgresServer started) implements AutoCloseable {

    static final String TLS_IS_MISSING = "ほかの機器のデータベースには、証明書を確かめる TLS が要ります。アドレスに ?sslmode=verify-full を付け、"
            + "発行者の証明書を sslrootcert=ファイル で示してください（docs/operations.md） / another machine needs sslmode=verify-full";

    static DatabaseAccess open(@Nullable Path given, Map<String, String> environment) {
        return running(given, environment).orElseGet(() -> startDemo(folder(given, environment)));
    }

    /** Empty if it is the demo's, which does not run. */
    static Optional<DatabaseAccess> running(@Nullable Path given, Map<String, String> environment) {
        Logs.quiet();
        Path folder = folder(given, environment);
        if (isNamed(environment)) {
            DatabaseAddress address = address(environment);
            if (!address.isPrivate()) {
                throw new CommandRefused(Setting.DATABASE_URL.variable() + ": " + TLS_IS_MISSING);
            }
            return Optional.of(new DatabaseAccess(address, folder, null));
        }
        RolePasswords passwords = demoPasswords(folder);
        return PostgresServer.lastUrl(folder)
                .map(url -> new DatabaseAccess(DemoCommand.address(url, passwords), folder, null))
                .filter(DatabaseAccess::answers);
    }

    static boolean isNamed(Map<String, String> environment) {
        return !Setting.DATABASE_URL.in(environment).isBlank();
    }

    static Path folder(@Nullable Path given, Map<String, String> environment) {
        String named = Setting.DATA.in(environment);
        return given == null && !named.isBlank() ? Path.of(named).toAbsolutePath() : DemoFolder.locate(given);
    }

    private static DatabaseAddress address(Map<String, String> environment) {
        return new DatabaseAddress(
                Setting.DATABASE_URL.in(environment),
                new Role(Setting.OWNER_USER.in(environment), Setting.OWNER_PASSWORD.in(environment)),
                new Role(Setting.APPLICATION_USER.in(environment), Setting.APPLICATION_PASSWORD.in(environment)),
                new Role(Setting.AUDITOR_USER.in(environment), Setting.AUDITOR_PASSWORD.in(environment)));
    }

    private static DatabaseAccess startDemo(Path folder) {
        RolePasswords passwords = demoPasswords(folder);
        PostgresServer server = PostgresServer.start(PostgresSettings.durable(folder), passwords, System.err::println);
        return new DatabaseAccess(DemoCommand.address(server.jdbcUrl(), passwords), folder, server);
    }

    private static RolePasswords demoPasswords(Path folder) {
        Path keyFile = folder.resolve("keys.json");
        if (!Files.exists(keyFile)) {
            throw new CommandRefused("データがありません: " + folder + "（--data か " + Setting.DATABASE_URL.variable()
                    + " で指定してください） / no data here");
        }
        return KeyRing.open(keyFile).databasePasswords().orElseThrow();
    }

    private boolean answers() {
        try (var connection = as(address.auditor()).getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    DataSource as(Role role) {
        return DatabaseCheck.source(address.url(), role);
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
