package kaigo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kaigo.cli.Kiban;

/** The files of a chaos load: a set-up with every kind of record error, and one day's changes. */
final class LoadFiles {

    private static final String INSURER = "442012";

    private LoadFiles() {}

    static Round.Load generate(Path folder, int records, long seed) throws IOException {
        Path initial = folder.resolve("initial");
        Path daily = folder.resolve("daily");
        int changes = records / 10;
        int persons = records - changes;
        String common =
                "generate --insurer " + INSURER + " --persons " + persons + " --seed " + seed + " --errors 0.01";
        run(common + " --as-of 2026-11-15 --out " + initial);
        run(common + " --as-of 2026-11-20 --daily --changes " + changes + " --out " + daily);
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
            return files.filter(file -> file.getFileName().toString().startsWith("M01_"))
                    .sorted()
                    .toList();
        }
    }
}
