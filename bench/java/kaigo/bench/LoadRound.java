package kaigo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One server on an empty database, and everything that is measured on it, A and B one after the other. */
final class LoadRound implements AutoCloseable {

    /** What a load writes. */
    static final String ROOMS = "schemaname in ('insured', 'intake', 'cards', 'benefits', 'certification', 'consent',"
            + " 'opinion', 'life', 'careplan', 'committee')";

    private static final int SERVER_CORE = 0;
    private static final String INSURER = BenchFiles.INSURER;

    private final HeldIntermediateServer held;
    private final ChildServer server;
    private final Connection connection;
    private final Sender sender;

    /** @param recording where the Java of the server writes its profile, or null for none */
    LoadRound(Path data, @Nullable Path recording) throws Exception {
        held = new HeldIntermediateServer();
        List<String> options = recording == null ? List.of() : profile(recording);
        server = new ChildServer(new ChildServer.Settings(data, "512m", SERVER_CORE, false, held.address(), options));
        connection = server.connect();
        setUp();
        sender = server.sender(INSURER);
        sender.signIn();
    }

    private void setUp() {
        server.ask("insurer " + INSURER + " -");
    }

    /** From now on the insurer takes daily files. */
    void goDaily() {
        server.ask("insurer " + INSURER + " 2026-11-11");
    }

    /** As before the first file; with every measurement the database begins in the same state. */
    void empty() throws SQLException {
        setUp();
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row =
                    statement.executeQuery("select schemaname || '.' || tablename from pg_tables where " + ROOMS)) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            statement.execute("truncate " + String.join(", ", tables));
            statement.execute("checkpoint");
        }
    }

    /** Seconds from the first byte to the last registered record. */
    double load(List<Path> files) throws Exception {
        long begun = System.nanoTime();
        for (Path file : files) {
            sender.file(file);
        }
        return registered(begun);
    }

    /** Seconds likewise, of NDJSON bodies on one connection. */
    double loadBodies(List<byte[]> bodies) throws Exception {
        long begun = System.nanoTime();
        int connections = sender.bodies(bodies);
        double seconds = registered(begun);
        if (connections != 1) {
            throw new IllegalStateException(connections + " connections for " + bodies.size() + " bodies");
        }
        return seconds;
    }

    /** Seconds from the first byte of what the municipality states to the last difference told. */
    double reconcile(List<Path> files) throws Exception {
        long begun = System.nanoTime();
        for (Path file : files) {
            sender.file(file);
        }
        sender.compare(INSURER + "-"
                + text("select receipt / 1000000 || '-' || to_char(receipt % 1000000, 'FM000000')"
                        + " from intake.file where interface = 'Q01' order by receipt desc limit 1"));
        await("select count(*) = 0 from intake.reconciliation where compared_at is null");
        return (System.nanoTime() - begun) / 1e9;
    }

    /** What was found last: agreed, 保険者のみ, 基盤のみ, 内容不一致. */
    String found() throws SQLException {
        return text("select agreed || ' ' || only_insurer || ' ' || only_platform || ' ' || other_content"
                + " from intake.reconciliation_count order by reconciliation desc limit 1");
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private double registered(long begun) throws SQLException, InterruptedException {
        await("select count(*) = 0 from intake.file where status in (10, 20)");
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Seconds from the release of the 中間サーバ to the last final answer; it is held again afterwards. */
    double link() throws Exception {
        long begun = System.nanoTime();
        held.release();
        await("select count(*) = 0 from intake.file where finished_at is null");
        double seconds = (System.nanoTime() - begun) / 1e9;
        held.hold();
        return seconds;
    }

    private void await(String condition) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet row = statement.executeQuery(condition)) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    /** A mark for {@link #personsWrittenSince}. */
    long transaction() throws SQLException {
        return number("select pg_current_xact_id()::text::bigint");
    }

    /** Persons whose row is a version of a later transaction. */
    long personsWrittenSince(long transaction) throws SQLException {
        return number("select count(*) from insured.person where xmin::text::bigint > " + transaction);
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Bytes of heap in use at most, while the files are loaded. */
    double liveHeap(List<Path> files) throws Exception {
        server.ask("watch");
        load(files);
        return Double.parseDouble(String.valueOf(server.ask("watched")));
    }

    /** Options of a Java that writes its profile into the file. */
    static List<String> profile(Path file) {
        return List.of("-XX:StartFlightRecording=settings=profile,filename=" + file, "-Xlog:jfr+startup=error");
    }

    double[] coreSeconds() {
        return server.coreSeconds();
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException, IOException {
        held.release();
        connection.close();
        server.close();
        held.close();
    }
}
