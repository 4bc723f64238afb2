package kaigo.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kaigo.bench.ChildServer;

/**
 * One run of the load on a fresh data folder, disturbed or not. What the server acknowledged must be there at the end;
 * what it did not acknowledge is sent again, as a sender would.
 */
final class Round implements AutoCloseable {

    /** What waits for a person who was refused stays open; what can go on does not. */
    private static final String OPEN = """
            select (select count(*) from intake.file where finished_at is null and status <> 21)
                + (select count(*) from intake.waiting where ready)""";

    private static final String LAPSES_AGAIN = """
            insert into consent.lapse_run (insurer_number, day, again)
            select distinct insurer_number, date '2000-01-01', true from consent.event
            on conflict (insurer_number) do update set again = true""";

    /** A person who has lapsed is news for the worklists, which follow a moment later. */
    private static final String UNFOLLOWED = "select count(*) from insured.listed_change";

    private static final String LAPSES_OPEN = "select count(*) from consent.lapse_run where again";

    /** The daily job looks often, so that nobody waits for it. */
    private static final List<String> OPTIONS = Stream.concat(
                    ChildServer.SHORT_LIVED.stream(), Stream.of("-Dkiban.consent.look=PT1S"))
            .toList();

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Path data;
    private final Load load;
    private final boolean lossy;
    private volatile ChildServer server;

    /** @param initial files of the set-up, {@code daily} of the first day after it */
    record Load(String insurer, List<Path> initial, List<Path> daily, String dailyFrom) {
        int files() {
            return initial.size() + daily.size();
        }
    }

    /** Work that never ends. */
    static final class Stuck extends RuntimeException {
        Stuck(String message) {
            super(message);
        }
    }

    /** Told of every acknowledged file. */
    interface Disturbance {
        void acknowledged() throws InterruptedException;
    }

    Round(Path data, Load load, boolean lossy) throws IOException {
        this.data = data;
        this.load = load;
        this.lossy = lossy;
        this.server = start();
    }

    private ChildServer start() throws IOException {
        return new ChildServer(new ChildServer.Settings(data, "512m", null, lossy, null, OPTIONS));
    }

    ChildServer server() {
        return server;
    }

    /** Makes the insurer known. */
    void prepare() throws IOException, InterruptedException {
        tell("insurer " + load.insurer() + " -");
    }

    /** Sends everything, restarting the server as often as it is killed. Returns when every record is final. */
    void run(Disturbance disturbance) throws IOException, InterruptedException {
        send(load.initial(), disturbance);
        tell("insurer " + load.insurer() + " " + load.dailyFrom());
        send(load.daily(), disturbance);
        noteLapses();
        awaitNone(UNFOLLOWED);
    }

    private void send(List<Path> files, Disturbance disturbance) throws IOException, InterruptedException {
        for (Path file : files) {
            tell("send " + load.insurer() + " " + file);
            disturbance.acknowledged();
        }
        awaitNone(OPEN);
    }

    /** 失効の記載 now that everything has come: twice, as the first time may end a run that began before. */
    private void noteLapses() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            try (Connection connection = server.connect();
                    Statement again = connection.createStatement()) {
                again.executeUpdate(LAPSES_AGAIN);
            } catch (SQLException away) {
                throw new Stuck("the database is away after the load");
            }
            awaitNone(LAPSES_OPEN);
        }
    }

    /** Until acknowledged: an accepted file, or the word that it was accepted before. */
    private void tell(String command) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            String answer = server.ask(command);
            if (answer == null) {
                restart();
            } else if (answer.startsWith("failed")) {
                TimeUnit.MILLISECONDS.sleep(200);
            } else if (answer.startsWith("accepted") || answer.equals("done") || answer.equals("refused E1008")) {
                return;
            } else {
                throw new IllegalStateException(command + ": " + answer);
            }
        }
        throw new Stuck("never acknowledged: " + command);
    }

    private void restart() throws IOException, InterruptedException {
        server.kill();
        server = start();
    }

    private void awaitNone(String counted) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            if (!server.isAlive()) {
                restart();
            } else if (isNone(counted)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new Stuck("stuck after " + LONGEST + ": " + counted);
    }

    private boolean isNone(String counted) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(counted)) {
            row.next();
            return row.getLong(1) == 0;
        } catch (SQLException away) {
            return false;
        }
    }

    Fingerprint fingerprint() throws SQLException {
        try (Connection connection = server.connect()) {
            return Fingerprint.take(connection);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
