package kaigo.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kaigo.bench.ChildServer;

/** Kills once, at a given point of a load. */
final class Killer implements Runnable, Round.Disturbance {

    enum Victim {
        SERVER,
        DATABASE
    }

    /**
     * When to kill: right after the answer to that many files, where a lost commit shows, or (0) at that progress.
     *
     * @param progress records that are registered, and once more those whose link is final: 0 to twice the records
     */
    record Point(int acknowledged, long progress) {
        @Override
        public String toString() {
            return acknowledged > 0
                    ? "right after the answer to file " + acknowledged
                    : "at %,d registered or linked".formatted(progress);
        }
    }

    private static final String PROGRESS =
            "select coalesce(sum(done), 0) + coalesce(sum(done - linking), 0) from intake.file";

    private final Supplier<ChildServer> server;
    private final Victim victim;
    private final Point point;
    private int acknowledged;
    private volatile boolean over;
    private volatile boolean killed;

    Killer(Supplier<ChildServer> server, Victim victim, Point point) {
        this.server = server;
        this.victim = victim;
        this.point = point;
    }

    boolean hasKilled() {
        return killed;
    }

    void giveUp() {
        over = true;
    }

    @Override
    public void acknowledged() throws InterruptedException {
        acknowledged++;
        if (acknowledged == point.acknowledged()) {
            kill();
        }
    }

    /** Watches the progress. */
    @Override
    public void run() {
        while (point.acknowledged() == 0 && !over && !killed) {
            try (Connection connection = server.get().connect();
                    Statement statement = connection.createStatement()) {
                watch(statement);
            } catch (SQLException | InterruptedException e) {
                // The database may be coming up again; look once more.
            }
        }
    }

    private void watch(Statement statement) throws SQLException, InterruptedException {
        while (!over) {
            try (ResultSet row = statement.executeQuery(PROGRESS)) {
                row.next();
                if (row.getLong(1) >= point.progress()) {
                    kill();
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private void kill() throws InterruptedException {
        killed = true;
        switch (victim) {
            case SERVER -> server.get().kill();
            case DATABASE -> ProcessHandle.of(server.get().postmasterPid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
