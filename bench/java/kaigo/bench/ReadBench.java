package kaigo.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ./kiban bench read: an authorised, durably recorded look over real HTTP, eight clients, TLS off and on; beside the same
 * SQL by a bare JDBC loop, beside the same record over HTTP without facts and record, and with a hundred times the people. What
 * is slowest of them ({@link P99Bench}) and the pure rule are measured after it.
 */
final class ReadBench implements Measurement {

    private static final int FEW = 10_000;

    private final int many;
    private final int rounds;
    private final @Nullable Path recording;
    private final PrintStream out;

    /** @param many people in the larger of the two servers */
    ReadBench(int many, int rounds, @Nullable Path recording, PrintStream out) {
        this.many = many;
        this.rounds = rounds;
        this.recording = recording;
        this.out = out;
    }

    @Override
    public List<Bar> run() throws Exception {
        Path files = Folders.create("kiban-bench-files");
        Path small = Folders.create("kiban-bench-few");
        Path large = Folders.create("kiban-bench-many");
        Path empty = Folders.create("kiban-bench-none");
        Comparison comparison = new Comparison(out);
        try {
            try (ReadCountry few = ReadCountry.create(small, files.resolve("few"), FEW, options());
                    ReadCountry lots = ReadCountry.create(large, files.resolve("many"), many, List.of())) {
                measure(few, lots, comparison);
            }
            ReadCountry.start(empty, List.of()).close();
            for (int i = 0; i < rounds; i++) {
                comparison.add("1 / start to ready, many people / none", 1 / 1.3, 1 / start(large), 1 / start(empty));
            }
        } finally {
            for (Path folder : List.of(files, small, large, empty)) {
                Folders.delete(folder);
            }
        }
        List<Bar> bars = new ArrayList<>(comparison.bars());
        bars.addAll(new P99Bench(rounds, out).run());
        bars.addAll(new RuleBench(rounds, out).run());
        return bars;
    }

    private List<String> options() {
        return recording == null ? List.of() : LoadRound.profile(recording.resolve("read.jfr"));
    }

    private static double start(Path data) throws Exception {
        long begun = System.nanoTime();
        try (ReadCountry country = ReadCountry.start(data, List.of())) {
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private void measure(ReadCountry few, ReadCountry lots, Comparison comparison) throws Exception {
        try (ReadRounds all = ReadRounds.prepare(few, lots, out)) {
            all.warmUp();
            all.run(rounds, comparison);
        }
    }
}
