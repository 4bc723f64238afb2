package kaigo.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ./kiban bench sheets: new histories of 要介護認定情報 (M08) with their whole 認定調査票 and 主治医意見書, as CSV sets over
 * TLS, beside a COPY of the same rows into the same tables.
 */
final class SheetsBench implements Measurement {

    private static final List<String> TABLES = List.of(
            "certification.application",
            "certification.overview",
            "certification.basic",
            "certification.note",
            "certification.opinion",
            "intake.result");
    private static final LocalDateTime DAILY = LocalDateTime.of(2026, 11, 20, 5, 30);

    private final int persons;
    private final int rounds;
    private final @Nullable Path recording;
    private final PrintStream out;

    /**
     * @param persons of the population whose histories are sent
     * @param recording folder of profiles, or null for none
     */
    SheetsBench(int persons, int rounds, @Nullable Path recording, PrintStream out) {
        this.persons = persons;
        this.rounds = rounds;
        this.recording = recording;
        this.out = out;
    }

    @Override
    public List<Bar> run() throws Exception {
        Path folder = Folders.create("kiban-bench-files");
        Comparison comparison = new Comparison(out);
        try {
            List<Path> all =
                    CareFiles.initial(folder.resolve("all"), "M01,M07", BenchFiles.INSURER, persons, "2026-11-10");
            List<Path> sets = new ArrayList<>();
            Path daily = Files.createDirectory(folder.resolve("daily"));
            for (Path set : CareFiles.of(all, "M07")) {
                sets.add(CareFiles.asDaily(daily, set, DAILY));
            }
            int records = CareFiles.records(sets);
            out.printf("%,d records of M08 in %d sets%n", records, sets.size());
            for (int i = 1; i <= rounds; i++) {
                out.printf("round %d of %d%n", i, rounds);
                round(CareFiles.of(all, "M01"), sets, records, comparison);
            }
            return comparison.bars();
        } finally {
            Folders.delete(folder);
        }
    }

    private void round(List<Path> persons, List<Path> sets, int records, Comparison comparison) throws Exception {
        Path data = Folders.create("kiban-bench");
        try (LoadRound round = new LoadRound(data, recording == null ? null : recording.resolve("sheets.jfr"))) {
            round.load(persons);
            round.goDaily();
            double[] before = round.coreSeconds();
            double loaded = round.load(sets);
            double[] after = round.coreSeconds();
            out.printf(
                    "  core seconds of %.1f: server %.1f, database %.1f%n",
                    loaded, after[0] - before[0], after[1] - before[1]);
            CopyBase base = new CopyBase(data, TABLES);
            base.prepare(round.connection());
            double copied = base.run(round.connection());
            comparison.add("M08 with sheets / COPY", 0.25, records / loaded, records / copied);
        } finally {
            Folders.delete(data);
        }
    }
}
