package kaigo.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * ./kiban bench city: the whole 初期セットアップ of a city over TLS, every interface in its order, and one day after it.
 * Printed, not held against anything: minutes, records a second, bytes of disk a record with indexes and history.
 */
final class CityBench implements Measurement {

    private static final String BYTES =
            "select coalesce(sum(pg_total_relation_size(schemaname || '.' || tablename)), 0)" + " from pg_tables where "
                    + LoadRound.ROOMS;

    private final int persons;
    private final PrintStream out;

    CityBench(int persons, PrintStream out) {
        this.persons = persons;
        this.out = out;
    }

    @Override
    public List<Bar> run() throws Exception {
        Path folder = Folders.create("kiban-bench-files");
        Path data = Folders.create("kiban-bench");
        try (LoadRound round = new LoadRound(data, null)) {
            List<Path> initial =
                    CareFiles.initial(folder.resolve("initial"), "all", BenchFiles.INSURER, persons, "2026-11-10");
            List<Path> daily =
                    CareFiles.daily(folder.resolve("daily"), BenchFiles.INSURER, persons, "2026-11-20", "2026-11-10");
            long empty = round.number(BYTES);
            int sent = send("set-up", round, initial);
            long after = round.number(BYTES);
            out.printf(
                    "%,d insured, %,d of them certified%n",
                    round.number("select count(*) from insured.person"),
                    round.number("select count(distinct insured_number) from certification.application"
                            + " where care_level is not null"));
            out.printf(
                    "disk after the set-up: %,d MB, %,d bytes a record%n", after / 1_000_000, (after - empty) / sent);
            round.goDaily();
            int changed = send("the day after", round, daily);
            long end = round.number(BYTES);
            out.printf(
                    "disk after the day: %,d MB, %,d bytes for each record of the day, its history included%n",
                    end / 1_000_000, (end - after) / changed);
            return List.of();
        } finally {
            Folders.delete(data);
            Folders.delete(folder);
        }
    }

    private int send(String what, LoadRound round, List<Path> files) throws Exception {
        int records = CareFiles.records(files);
        double seconds = round.load(files);
        out.printf(
                "%s: %,d records in %d files: %.1f minutes, %,.0f records a second%n",
                what, records, files.size(), seconds / 60, records / seconds);
        long failed = round.number("select count(*) from intake.unmended");
        if (failed > 0) {
            throw new IllegalStateException(failed + " records failed");
        }
        return records;
    }
}
