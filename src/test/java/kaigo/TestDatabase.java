package kaigo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import kaigo.keys.RolePasswords;
import kaigo.platform.postgres.PostgresServer;
import kaigo.platform.postgres.PostgresSettings;
import kaigo.platform.postgres.PostgresUnavailable;

/** One server for all tests of this program: not durable, started when first asked for, gone when the program ends. */
public final class TestDatabase {
    public static final RolePasswords PASSWORDS =
            new RolePasswords("test-super", "test-owner", "test-app", "test-auditor");
    private static final String PREFIX = "kiban-test-database";
    private static final Duration SURELY_LEFT_BEHIND = Duration.ofMinutes(2);

    /** What writes to it until it is closed itself. */
    private static final List<Runnable> BEFORE_IT_ENDS = new CopyOnWriteArrayList<>();

    private TestDatabase() {}

    static void beforeItEnds(Runnable close) {
        BEFORE_IT_ENDS.add(close);
    }

    private static final class Holder {
        static final PostgresServer SERVER = begin();
    }

    public static PostgresServer server() {
        return Holder.SERVER;
    }

    public static Connection asOwner() throws SQLException {
        return DriverManager.getConnection(server().jdbcUrl(), "kiban_owner", PASSWORDS.owner());
    }

    public static Connection asApplication() throws SQLException {
        return DriverManager.getConnection(server().jdbcUrl(), "kiban_app", PASSWORDS.application());
    }

    public static Connection asAuditor() throws SQLException {
        return DriverManager.getConnection(server().jdbcUrl(), "kiban_auditor", PASSWORDS.auditor());
    }

    /** Another PostgreSQL than the packed one: KIBAN_POSTGRES_BIN as a system property or in the environment. */
    public static Optional<Path> binFolder() {
        return Optional.ofNullable(System.getProperty("KIBAN_POSTGRES_BIN"))
                .or(() -> Optional.ofNullable(System.getenv("KIBAN_POSTGRES_BIN")))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    private static PostgresServer begin() {
        sweep();
        Path folder = TestFolders.create(PREFIX);
        PostgresServer server =
                PostgresServer.start(PostgresSettings.forTests(folder).withBin(binFolder()), PASSWORDS, line -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            BEFORE_IT_ENDS.forEach(Runnable::run);
            server.close();
            TestFolders.delete(folder);
        }));
        return server;
    }

    /** What test programs that were killed left behind. */
    private static void sweep() {
        Path tmp = Path.of(System.getProperty("java.io.tmpdir"));
        try (var folders = Files.newDirectoryStream(tmp, PREFIX + "-*")) {
            folders.forEach(TestDatabase::sweep);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Two programs sweep at once: what is gone, or in use, is the other's care. */
    private static void sweep(Path folder) {
        try {
            Instant touched = Files.getLastModifiedTime(folder).toInstant();
            if (touched.isBefore(Instant.now().minus(SURELY_LEFT_BEHIND))) {
                PostgresServer.endLeftBehind(folder);
                TestFolders.delete(folder);
            }
        } catch (IOException | UncheckedIOException | PostgresUnavailable inUseOrGone) {
            // its program, or the other sweeper, takes care of it
        }
    }
}
