package kaigo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * ./kiban bench load: the path of M01 over TLS, from the first byte received to every record registered (P01 readable
 * with status 25), each figure beside its base in the same round. Server and database on core 0, this client on core 1.
 */
final class LoadBench implements Measurement {

    private static final List<String> TABLES = List.of("insured.person", "insured.link", "intake.result");

    private final Settings settings;
    private final PrintStream out;
    private final Comparison comparison;

    /**
     * @param records of the initial load; the diff and the comparisons of files take a fifth of it, the growth three times
     * @param growth whether to go on to three times the records
     * @param recording folder of profiles, or null for none
     */
    record Settings(
            int records,
            int rounds,
            boolean growth,
            @Nullable Path recording) {}

    LoadBench(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.comparison = new Comparison(out);
    }

    /** What is sent. */
    private record Sent(
            List<Path> all,
            List<Path> more,
            List<Path> some,
            List<Path> flawed,
            List<Path> daily,
            List<Path> small,
            List<byte[]> bodies) {}

    @Override
    public List<Bar> run() throws Exception {
        Path folder = Folders.create("kiban-bench-files");
        try {
            Sent sent = prepare(folder);
            for (int i = 1; i <= settings.rounds(); i++) {
                out.printf("round %d of %d%n", i, settings.rounds());
                round(i, sent);
            }
            return comparison.bars();
        } finally {
            Folders.delete(folder);
        }
    }

    private Sent prepare(Path folder) throws IOException {
        int persons = settings.growth() ? 3 * settings.records() : settings.records();
        List<Path> generated = BenchFiles.initial(folder.resolve("all"), persons);
        int files = (settings.records() + 99_999) / 100_000;
        List<Path> some = BenchFiles.initial(folder.resolve("some"), part());
        List<Path> flawed = BenchFiles.initial(folder.resolve("flawed"), part(), "--errors", "0.01");
        List<Path> small = BenchFiles.initial(folder.resolve("small"), 10_000);
        List<Path> all = generated.subList(0, files);
        List<Path> diffed = BenchFiles.daily(Files.createDirectory(folder.resolve("daily")), some);
        List<Path> more = generated.subList(files, generated.size());
        return new Sent(all, more, some, flawed, diffed, small, BenchFiles.bodies(some));
    }

    private int part() {
        return Math.max(1, settings.records() / 5);
    }

    private void round(int number, Sent sent) throws Exception {
        Path data = Folders.create("kiban-bench");
        @Nullable
        Path recording =
                settings.recording() == null ? null : settings.recording().resolve("round-" + number + ".jfr");
        try (LoadRound round = new LoadRound(data, recording)) {
            round.load(sent.some());
            compareFiles(round, sent);
            initial(round, sent, new CopyBase(data, TABLES));
            daily(round, sent, new UpsertBase(data));
            memory(round, sent);
            if (settings.growth()) {
                grow(round, sent);
            }
        } finally {
            Folders.delete(data);
        }
    }

    private void compareFiles(LoadRound round, Sent sent) throws Exception {
        round.empty();
        double clean = part() / round.load(sent.some());
        round.empty();
        comparison.add("1 % errors / clean", 0.8, part() / round.load(sent.flawed()), clean);
        round.empty();
        comparison.add("NDJSON bodies / files", 0.6, part() / round.loadBodies(sent.bodies()), clean);
    }

    /** Leaves the records registered and linked. */
    private void initial(LoadRound round, Sent sent, CopyBase base) throws Exception {
        round.empty();
        double[] before = round.coreSeconds();
        double loaded = round.load(sent.all());
        double[] after = round.coreSeconds();
        out.printf(
                "  core seconds of %.1f: server %.1f, database %.1f%n",
                loaded, after[0] - before[0], after[1] - before[1]);
        base.prepare(round.connection());
        double copied = medianOfThree(time -> base.run(round.connection()));
        comparison.add("initial load / COPY", 0.35, settings.records() / loaded, settings.records() / copied);
        double linked = round.link();
        comparison.add("linking / COPY (printed only)", 0, settings.records() / linked, settings.records() / copied);
    }

    private void daily(LoadRound round, Sent sent, UpsertBase base) throws Exception {
        round.goDaily();
        long before = round.transaction();
        double loaded = round.load(sent.daily());
        out.printf(
                "  row versions of persons written by the diff: %,d of %,d records%n",
                round.personsWrittenSince(before), part());
        double upserted = medianOfThree(time -> {
            base.prepare(round.connection(), time);
            return base.run(round.connection());
        });
        comparison.add("daily diff / staged upsert", 0.4, part() / loaded, part() / upserted);
    }

    /** A base that only talks to the database: the disk below it makes one run of it uncertain. */
    private interface Base {
        double seconds(int time) throws Exception;
    }

    private static double medianOfThree(Base base) throws Exception {
        double[] seconds = {base.seconds(1), base.seconds(2), base.seconds(3)};
        Arrays.sort(seconds);
        return seconds[1];
    }

    private void grow(LoadRound round, Sent sent) throws Exception {
        round.empty();
        double first =
                Math.min(100_000, settings.records()) / round.load(sent.all().subList(0, 1));
        round.empty();
        double all = 3
                * settings.records()
                / round.load(
                        Stream.concat(sent.all().stream(), sent.more().stream()).toList());
        comparison.add("records/s, 3 times the records / the first file", 0.77, all, first);
    }

    private void memory(LoadRound round, Sent sent) throws Exception {
        round.empty();
        double small = round.liveHeap(sent.small());
        round.empty();
        double large = round.liveHeap(sent.all().subList(0, 1));
        out.printf(
                "  live heap at most: %,.0f KB with 10,000 records, %,.0f KB with a full file%n",
                small / 1e3, large / 1e3);
        comparison.add("1 / live heap, a full file / 10,000 records", 0.77, 1 / large, 1 / small);
    }
}
