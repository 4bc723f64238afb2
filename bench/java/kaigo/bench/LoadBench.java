package kaigo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kaigo.cli.Kiban;

/**
 * ./kiban bench load: an initial set-up from the first byte received to every record registered with status 25 or final,
 * beside COPY of the same rows. Server and database on core 0, this client on core 1, in both.
 */
final class LoadBench {

    private static final String INSURER = "442012";
    private static final int SERVER_CORE = 0;

    private final int records;
    private final int rounds;
    private final PrintStream out;

    LoadBench(int records, int rounds, PrintStream out) {
        this.records = records;
        this.rounds = rounds;
        this.out = out;
    }

    /** Rates, records a second. */
    private record Measured(double load, double copy, double linking) {}

    List<Bar> run() throws Exception {
        Path files = folder("kiban-bench-files");
        int code = Kiban.run(
                "generate",
                "--insurer",
                INSURER,
                "--persons",
                String.valueOf(records),
                "--seed",
                "7",
                "--as-of",
                "2026-11-20",
                "--out",
                files.toString());
        if (code != 0) {
            throw new IllegalStateException("generate: exit code " + code);
        }
        double[] load = new double[rounds];
        double[] copy = new double[rounds];
        double[] linking = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            Measured measured = round(files);
            load[i] = measured.load();
            copy[i] = measured.copy();
            linking[i] = measured.linking();
            out.printf(
                    "round %d: load %,.0f/s, COPY %,.0f/s, ratio %.3f, linking %,.0f/s%n",
                    i + 1, load[i], copy[i], load[i] / copy[i], linking[i]);
        }
        deleteAll(files);
        return List.of(
                Bar.of("initial load / COPY", load, copy, 0.35),
                Bar.of("linking / COPY (printed only)", linking, copy, 0));
    }

    private Measured round(Path files) throws Exception {
        Path data = folder("kiban-bench");
        try (HeldIntermediateServer held = new HeldIntermediateServer();
                ChildServer server =
                        new ChildServer(new ChildServer.Settings(data, "512m", SERVER_CORE, false, held.address()));
                Connection connection = server.connect()) {
            server.ask("insurer " + INSURER + " -");
            warmUp(server, connection);
            double registered = load(server, connection, files);
            CopyBase base = new CopyBase(data);
            base.prepare(connection);
            double linked = link(held, connection);
            double copied = base.run(connection);
            return new Measured(records / registered, records / copied, records / linked);
        } finally {
            deleteAll(data);
        }
    }

    /** Another insurer's small files: the server has compiled its paths before the clock runs, as any day but the first. */
    private void warmUp(ChildServer server, Connection connection) throws Exception {
        Path files = folder("kiban-bench-warm");
        Kiban.run(
                "generate",
                "--insurer",
                "131045",
                "--persons",
                "100000",
                "--seed",
                "8",
                "--as-of",
                "2026-11-20",
                "--out",
                files.toString());
        server.ask("insurer 131045 -");
        load(server, "131045", connection, files);
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from insured.link where insurer_number = '131045'");
            statement.execute("delete from insured.person where insurer_number = '131045'");
            statement.execute("delete from intake.result where insurer_number = '131045'");
            statement.execute("update intake.file set status = 30, finished_at = received_at, linking = 0");
            statement.execute("vacuum insured.link, insured.person, intake.result");
            statement.execute("checkpoint");
        }
        deleteAll(files);
    }

    private double load(ChildServer server, Connection connection, Path files) throws Exception {
        return load(server, INSURER, connection, files);
    }

    /** Seconds from the first byte to the last registered record. */
    private static double load(ChildServer server, String insurer, Connection connection, Path files) throws Exception {
        long begun = System.nanoTime();
        for (Path file : list(files)) {
            String answer = server.ask("send " + insurer + " " + file);
            if (answer == null || !answer.startsWith("accepted")) {
                throw new IllegalStateException(file + ": " + answer);
            }
        }
        await(connection, "select count(*) = 0 from intake.file where status in (10, 20)");
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Seconds from the release of the 中間サーバ to the last final answer. */
    private static double link(HeldIntermediateServer held, Connection connection) throws Exception {
        long begun = System.nanoTime();
        held.release();
        await(connection, "select count(*) = 0 from intake.file where finished_at is null");
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void await(Connection connection, String condition) throws SQLException, InterruptedException {
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

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().startsWith("M01_"))
                            .sorted()
                            .toList());
        }
    }

    private static Path folder(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(prefix);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
