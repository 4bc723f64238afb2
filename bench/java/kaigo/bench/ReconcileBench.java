package kaigo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kaigo.cli.Kiban;

/**
 * ./kiban bench reconcile: the monthly reconciliation of M01 over TLS, from the first byte of the 突合情報 to the last
 * difference, with every hundredth person missing on either side and every hundredth changed. The bar: a million persons
 * within a minute (issue D).
 */
final class ReconcileBench implements Measurement {

    private static final double A_MINUTE = 60;
    private static final int A_MILLION = 1_000_000;
    private static final int EVERY = 100;

    private final int persons;
    private final int rounds;
    private final PrintStream out;

    ReconcileBench(int persons, int rounds, PrintStream out) {
        this.persons = persons;
        this.rounds = rounds;
        this.out = out;
    }

    @Override
    public List<Bar> run() throws Exception {
        Path folder = Folders.create("kiban-bench-files");
        List<Double> ours = new ArrayList<>();
        List<Double> wanted = new ArrayList<>();
        try {
            List<Path> held = BenchFiles.initial(folder.resolve("held"), persons);
            List<Path> stated = stated(folder.resolve("stated"), held);
            for (int i = 1; i <= rounds; i++) {
                ours.add(persons / round(held, stated));
                wanted.add(A_MILLION / A_MINUTE);
                out.printf("round %d of %d: %,.0f persons a second%n", i, rounds, ours.getLast());
            }
        } finally {
            Folders.delete(folder);
        }
        return List.of(Bar.of("reconciliation / a million persons in a minute", ours, wanted, 1));
    }

    private double round(List<Path> held, List<Path> stated) throws Exception {
        Path data = Folders.create("kiban-bench");
        try (LoadRound round = new LoadRound(data, null)) {
            round.load(held);
            round.link();
            double seconds = round.reconcile(stated);
            out.printf("  %.1f s; agreed, 保険者のみ, 基盤のみ, 内容不一致: %s%n", seconds, round.found());
            return seconds;
        } finally {
            Folders.delete(data);
        }
    }

    /** What the persons give, with differences of each kind. */
    private static List<Path> stated(Path folder, List<Path> held) throws IOException {
        Files.createDirectories(folder);
        List<String> words = new ArrayList<>(List.of("hashes", "--initial", "--out", folder.toString()));
        words.addAll(List.of("--as-of", "2026-11-10"));
        held.forEach(file -> words.add(file.toString()));
        int code = Kiban.run(words.toArray(new String[0]));
        if (code != 0) {
            throw new IllegalStateException("hashes: exit code " + code);
        }
        List<Path> files;
        try (Stream<Path> written = Files.list(folder)) {
            files = written.sorted().toList();
        }
        for (Path file : files) {
            Files.writeString(file, changed(Files.readString(file)));
        }
        return files;
    }

    /** Every hundredth record under another number, which nobody has; the one behind it with another hash. */
    private static String changed(String file) {
        String[] lines = file.split("\r\n");
        for (int i = 1; i + 2 < lines.length; i += EVERY) {
            lines[i] = lines[i].replaceFirst("M01,[0-9H]", "M01,7");
            lines[i + 1] = lines[i + 1].substring(0, lines[i + 1].length() - 2) + "00";
        }
        return String.join("\r\n", lines) + "\r\n";
    }
}
