package kaigo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kaigo.cli.Kiban;

/** The files of a chaos load: a set-up with every kind of record error, and one day's changes. */
final class LoadFiles {

    private static final String INSURER = "442012";

    /** These come before the persons, and wait for them. */
    private static final List<String> TOO_EARLY = List.of("M02_", "M07_");

    private LoadFiles() {}

    /** M01 alone. */
    static Round.Load ofPersons(Path folder, int records, long seed) throws IOException {
        return generate(folder, "M01", records, seed);
    }

    /** Every interface of a municipality; records of persons who were refused, or were deleted, wait at the end. */
    static Round.Load mix(Path folder, int records, long seed) throws IOException {
        return generate(folder, "all --json", records, seed);
    }

    private static Round.Load generate(Path folder, String interfaces, int records, long seed) throws IOException {
        Path initial = folder.resolve("initial");
        Path daily = folder.resolve("daily");
        int changes = records / 10;
        int persons = records - changes;
        String common = "generate --insurer " + INSURER + " --persons " + persons + " --seed " + seed
                + " --errors 0.01 --interfaces " + interfaces;
        run(common + " --as-of 2026-11-15 --out " + initial);
        run(common + " --as-of 2026-11-20 --base-date 2026-11-15 --daily --changes " + changes + " --out " + daily);
        return new Round.Load(INSURER, files(initial), files(daily), "2026-11-16");
    }

    private static void run(String command) {
        int code = Kiban.run(command.split(" "));
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + ": " + command);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).matches("[MX]\\d\\d_.*|.*_PDF_.*"))
                    .sorted(Comparator.comparing(LoadFiles::isOnTime).thenComparing(LoadFiles::name))
                    .toList();
        }
    }

    private static boolean isOnTime(Path file) {
        return TOO_EARLY.stream().noneMatch(name(file)::startsWith);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
