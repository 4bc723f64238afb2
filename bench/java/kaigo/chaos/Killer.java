package kaigo.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kaigo.bench.ChildServer;

/** Watches a load's progress and kills once it has come to a given point. */
final class Killer implements Runnable {

    enum Victim {
        SERVER,
        DATABASE
    }

    /** Records that are registered, and once more those whose link is final: 0 to twice the records. */
    private static final String PROGRESS =
            "select coalesce(sum(done), 0) + coalesce(sum(done - linking), 0) from intake.file";

    private final Supplier<ChildServer> server;
    private final Victim victim;
    private final long point;
    private volatile boolean over;
    private volatile boolean killed;

    Killer(Supplier<ChildServer> server, Victim victim, long point) {
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
    public void run() {
        while (!over && !killed) {
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
                if (row.getLong(1) >= point) {
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
