package kaigo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * ./kiban bench night: the daily files of a prefecture's insurers, all at once, while staff open the pages of their own
 * persons, {@value Reads#A_SECOND} a second; held against the same reads on a server that has nothing else to do.
 */
final class NightBench implements Measurement {

    private static final int INSURERS = 50;
    private static final int SERVER_CORE = 0;
    private static final int WARM_UP_SECONDS = 20;
    private static final int QUIET_SECONDS = 30;

    private final int persons;
    private final int rounds;
    private final @Nullable Path recording;
    private final PrintStream out;

    /**
     * @param persons of each insurer
     * @param recording folder of profiles, or null for none
     */
    NightBench(int persons, int rounds, @Nullable Path recording, PrintStream out) {
        this.persons = persons;
        this.rounds = rounds;
        this.recording = recording;
        this.out = out;
    }

    /** @param sender signed in as the insurer's staff */
    private record Member(String insurer, Sender sender, List<Path> initial, List<Path> daily) {}

    @Override
    public List<Bar> run() throws Exception {
        Comparison comparison = new Comparison(out);
        for (int i = 1; i <= rounds; i++) {
            out.printf("round %d of %d%n", i, rounds);
            round(comparison);
        }
        return comparison.bars();
    }

    private void round(Comparison comparison) throws Exception {
        Path folder = Folders.create("kiban-bench-files");
        Path data = Folders.create("kiban-bench");
        try (ChildServer server =
                        new ChildServer(new ChildServer.Settings(data, "512m", SERVER_CORE, false, null, options()));
                Connection connection = server.connect()) {
            List<Member> members = members(server, folder);
            for (Member member : members) {
                send(member.sender(), member.initial());
            }
            await(connection);
            Map<Sender, List<String>> pages = pages(server.handles(), connection, members);
            for (Member member : members) {
                server.ask("insurer " + member.insurer() + " 2026-11-11");
            }
            Reads.during(pages, () -> TimeUnit.SECONDS.sleep(WARM_UP_SECONDS));
            Reads quiet = Reads.during(pages, () -> TimeUnit.SECONDS.sleep(QUIET_SECONDS));
            int records = CareFiles.records(
                    members.stream().flatMap(member -> member.daily().stream()).toList());
            double[] before = server.coreSeconds();
            long begun = System.nanoTime();
            Reads busy = Reads.during(pages, () -> night(members, connection));
            double seconds = (System.nanoTime() - begun) / 1e9;
            double[] after = server.coreSeconds();
            out.printf(
                    "  core seconds of %.1f: server %.1f, database %.1f%n",
                    seconds, after[0] - before[0], after[1] - before[1]);
            out.printf(
                    "  %,d records of %d insurers in %.1f s (%,.0f a second); %s; quiet: %s%n",
                    records, INSURERS, seconds, records / seconds, busy, quiet);
            comparison.add(
                    "1 / p99 of reads in the night / quiet", 0.25, 1 / busy.percentile(99), 1 / quiet.percentile(99));
        } finally {
            Folders.delete(data);
            Folders.delete(folder);
        }
    }

    private List<String> options() {
        return recording == null ? List.of() : LoadRound.profile(recording.resolve("night.jfr"));
    }

    private List<Member> members(ChildServer server, Path folder) throws Exception {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < INSURERS; i++) {
            String insurer =
                    InsurerNumber.ofFirstFive("44%03d".formatted(300 + i)).value();
            server.ask("insurer " + insurer + " -");
            Sender sender = server.sender(insurer);
            sender.signIn();
            members.add(new Member(
                    insurer,
                    sender,
                    CareFiles.initial(folder.resolve(insurer + "-initial"), "all", insurer, persons, "2026-11-10"),
                    CareFiles.daily(folder.resolve(insurer + "-daily"), insurer, persons, "2026-11-20", "2026-11-10")));
        }
        return members;
    }

    private static void night(List<Member> members, Connection connection) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = new ArrayList<>();
            for (Member member : members) {
                sending.add(threads.submit(() -> {
                    send(member.sender(), member.daily());
                    return null;
                }));
            }
            for (Future<?> one : sending) {
                one.get();
            }
        }
        await(connection);
    }

    private static void send(Sender sender, List<Path> files) throws IOException, InterruptedException {
        for (Path file : files) {
            sender.file(file);
        }
    }

    static void await(Connection connection) throws SQLException, InterruptedException {
        while (number(connection, "select count(*) from intake.file where status in (10, 20)") > 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        if (number(connection, "select count(*) from intake.unmended") > 0) {
            throw new IllegalStateException("records failed");
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Pages of persons, each insurer's own. */
    private static Map<Sender, List<String>> pages(
            UnaryOperator<String> handles, Connection connection, List<Member> members) throws SQLException {
        Map<Sender, List<String>> pages = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Member member : members) {
                List<String> own = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("select insured_number from insured.link"
                        + " where insurer_number = '" + member.insurer() + "' order by 1 limit 200")) {
                    while (row.next()) {
                        own.add("/cases/" + handles.apply(member.insurer() + "/" + row.getString(1)));
                    }
                }
                pages.put(member.sender(), own);
            }
        }
        return pages;
    }
}
