package kaigo.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Brings a server up on the data folder: finds one that already runs there, or starts one and waits until it answers. */
final class Launcher {
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration ORPHANS_MAY_FINISH = Duration.ofSeconds(5);
    /** Long, because a server that replays its log after a crash is alive and well. */
    private static final Duration RECOVERY = Duration.ofMinutes(30);

    private final ServerStart start;
    private final DataFolder folder;
    private final ServerAccount account;
    private final Consumer<String> progress;
    private final BooleanSupplier givenUp;

    Launcher(ServerStart start, Cluster cluster, Consumer<String> progress, BooleanSupplier givenUp) {
        this.start = start;
        this.folder = cluster.folder();
        this.account = cluster.account();
        this.progress = progress;
        this.givenUp = givenUp;
    }

    /** The server that an earlier run of this program left behind, once it accepts connections. */
    Optional<Postmaster> findRunning() throws IOException {
        Optional<PidFile> file = PidFile.read(folder.pgdata());
        if (file.isEmpty() || !residents().contains(file.get().pid())) {
            return Optional.empty();
        }
        return ProcessHandle.of(file.get().pid()).flatMap(process -> whenReady(process));
    }

    /** Starts on any port that is free, the last one if possible. */
    Postmaster launch() throws IOException {
        return launch(folder.choosePort(), true);
    }

    /** Starts on this port only, so that open connection pools find the server again. */
    Postmaster launchAgain(int port) throws IOException {
        return launch(port, false);
    }

    private Postmaster launch(int firstPort, boolean mayMove) throws IOException {
        int port = firstPort;
        long deadline = System.nanoTime() + RETRY.toNanos();
        while (true) {
            clearTheWay(deadline);
            ServerStart.Attempt attempt = start.begin(port);
            Optional<Postmaster> up = whenReady(attempt.process());
            if (up.isPresent()) {
                return up.get();
            }
            ServerStart.Refusal refusal = attempt.refusal();
            boolean retry = refusal.passing() || !mayMove || refusal.portTaken();
            if (givenUp.getAsBoolean() || !retry || System.nanoTime() > deadline) {
                throw refusal.asError();
            }
            port = refusal.portTaken() && mayMove ? DataFolder.anyFreePort() : port;
            pause(Duration.ofMillis(300));
        }
    }

    /** Backends of a killed server still hold its shared memory; they end by themselves, or after a while by us. */
    private void clearTheWay(long deadline) throws IOException {
        long enough = System.nanoTime() + ORPHANS_MAY_FINISH.toNanos();
        Set<Long> orphans = residents();
        if (!orphans.isEmpty()) {
            progress.accept("前のデータベースの終了を待っています… / Waiting for the former database to end …");
        }
        while (!orphans.isEmpty() && System.nanoTime() < deadline && !givenUp.getAsBoolean()) {
            if (System.nanoTime() > enough) {
                orphans.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            }
            pause(Duration.ofMillis(100));
            orphans = residents();
        }
        if (orphans.isEmpty()) {
            setAsideForeignPidFile();
        }
    }

    /**
     * After a reboot the process id in the file may belong to another program of the same user, and PostgreSQL would
     * refuse to start for ever. Only a process that began after the file was written proves that the file is old.
     */
    private void setAsideForeignPidFile() throws IOException {
        Optional<PidFile> file = PidFile.read(folder.pgdata());
        boolean old = file.isPresent()
                && ProcessHandle.of(file.get().pid())
                        .flatMap(process -> process.info().startInstant())
                        .filter(began -> began.getEpochSecond() > file.get().startedAt() + 5)
                        .isPresent();
        if (old) {
            Path pidFile = folder.pgdata().resolve("postmaster.pid");
            Files.move(pidFile, folder.root().resolve("postmaster.pid.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Empty when the process ends before it is ready. */
    private Optional<Postmaster> whenReady(ProcessHandle process) {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline && !givenUp.getAsBoolean()) {
            Optional<PidFile> file = readPidFile();
            if (file.isPresent()
                    && file.get().pid() == process.pid()
                    && file.get().ready()) {
                return Optional.of(new Postmaster(process, file.get().port()));
            }
            pause(Duration.ofMillis(30));
        }
        return Optional.empty();
    }

    private Optional<PidFile> readPidFile() {
        try {
            return PidFile.read(folder.pgdata());
        } catch (IOException beingReplaced) {
            return Optional.empty();
        }
    }

    private Set<Long> residents() {
        return Residents.of(folder.pgdata(), account);
    }

    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
