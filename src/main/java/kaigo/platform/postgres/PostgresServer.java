package kaigo.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kaigo.keys.RolePasswords;
import org.jspecify.annotations.Nullable;

/**
 * 組込みデータベースの監視役: owns one PostgreSQL below the data folder from {@link #start} to {@link #close} (proposed,
 * ours). If the server dies in between it is started again on the same port; if this program dies the server goes on, and
 * the next start adopts it.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final Launcher launcher;
    private final Consumer<String> progress;
    private final AtomicBoolean closing;
    private final Thread watch;
    private volatile Postmaster postmaster;

    private PostgresServer(
            DataFolder folder,
            Launcher launcher,
            Postmaster postmaster,
            Consumer<String> progress,
            AtomicBoolean closing) {
        this.folder = folder;
        this.launcher = launcher;
        this.postmaster = postmaster;
        this.progress = progress;
        this.closing = closing;
        this.watch = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
    }

    /**
     * Starts the server, or adopts the one that an earlier run left on this data folder.
     *
     * @param progress gets one line for each step that a waiting person should know
     * @throws PostgresUnavailable with a message for that person
     */
    public static PostgresServer start(PostgresSettings settings, RolePasswords passwords, Consumer<String> progress) {
        DataFolder folder = DataFolder.claim(settings.dataFolder());
        try {
            var closing = new AtomicBoolean();
            Cluster cluster = prepare(settings, folder, passwords, progress);
            var launcher = new Launcher(new ServerStart(settings, cluster), cluster, progress, closing::get);
            Postmaster postmaster = new FirstContact(settings, cluster, launcher, passwords, progress).make();
            folder.rememberPort(postmaster.port());
            var server = new PostgresServer(folder, launcher, postmaster, progress, closing);
            server.watch.start();
            return server;
        } catch (IOException | SQLException failure) {
            folder.close();
            throw new PostgresUnavailable(
                    "データベースの準備に失敗しました。", "Preparing the database failed: " + failure.getMessage(), failure);
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private static Cluster prepare(
            PostgresSettings settings, DataFolder folder, RolePasswords passwords, Consumer<String> progress)
            throws IOException {
        ServerAccount account = ServerAccount.current();
        account.mustReach(folder.root());
        progress.accept("データベースを準備しています… / Preparing the database …");
        Binaries binaries = settings.binFolder().isPresent()
                ? new Binaries(settings.binFolder().get())
                : Binaries.unpacked(folder.root().resolve("binaries"));
        binaries.mustRun(account);
        var cluster = new Cluster(folder, binaries, account);
        cluster.createIfMissing(passwords.superuser(), settings.durable());
        return cluster;
    }

    /**
     * Ends by force what an earlier run left running on this data folder, so that the folder can be deleted.
     *
     * @throws PostgresUnavailable if a running program uses the folder
     */
    public static void endLeftBehind(Path dataFolder) {
        try (DataFolder folder = DataFolder.claim(dataFolder)) {
            Residents.of(folder.pgdata(), ServerAccount.current()).stream()
                    .map(ProcessHandle::of)
                    .flatMap(Optional::stream)
                    .forEach(process -> {
                        process.destroyForcibly();
                        process.onExit().join();
                    });
        }
    }

    /** Where the server of this data folder answers, or answered last; empty if it never did. */
    public static Optional<String> lastUrl(Path dataFolder) {
        return DataFolder.lastPort(dataFolder).map(port -> Connections.url(port, Roles.DATABASE));
    }

    /** The address of the database; the role and its password are given beside it. Stays the same until the close. */
    public String jdbcUrl() {
        return Connections.url(postmaster.port(), Roles.DATABASE);
    }

    public long postmasterPid() {
        return postmaster.process().pid();
    }

    /** Fast shutdown; immediate if that takes too long. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        joinWatch();
        try {
            postmaster.stop();
        } finally {
            folder.close();
        }
    }

    private void joinWatch() {
        try {
            watch.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!closing.get()) {
            if (postmaster.alive()) {
                Launcher.pause(LOOK);
                continue;
            }
            progress.accept("データベースが止まりました。起動し直します… / The database stopped. Starting it again …");
            @Nullable Postmaster again = tryAgain();
            if (again == null) {
                waitUnlessClosing(BETWEEN_TRIES);
            } else {
                postmaster = again;
                progress.accept("データベースが戻りました。 / The database is back.");
            }
        }
    }

    private @Nullable Postmaster tryAgain() {
        try {
            return launcher.launchAgain(postmaster.port());
        } catch (PostgresUnavailable refused) {
            progress.accept(String.valueOf(refused.getMessage()));
        } catch (IOException | RuntimeException failure) {
            // the watch must outlive a full disk
            progress.accept("データベースを起動できません。 / Can't start the database: " + failure);
        }
        return null;
    }

    private void waitUnlessClosing(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (!closing.get() && System.nanoTime() < end) {
            Launcher.pause(LOOK);
        }
    }
}
