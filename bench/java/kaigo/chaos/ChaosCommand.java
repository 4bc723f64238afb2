package kaigo.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kaigo.chaos.Killer.Victim;
import kaigo.keys.KeyRing;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** ./kiban chaos load: kills at seeded points of a load, restarts, and compares with an undisturbed run. */
@Command(
        name = "./kiban chaos",
        description = {
            "読み込みの途中でサーバーやデータベースを強制終了し、失われたものがないかを調べます。",
            "Kills the server or the database in mid-load and looks for what was lost.",
            "終了コード / exit code: 0 何も失われていない, 1 違いがある"
        },
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "load", description = "load")
    private String what = "";

    @Option(names = "--rounds", description = "回数（既定: ${DEFAULT-VALUE}）")
    private int rounds = 3;

    @Option(names = "--records", description = "件数（既定: ${DEFAULT-VALUE}）")
    private int records = 200_000;

    @Option(names = "--seed", description = "乱数の種（既定: ${DEFAULT-VALUE}）")
    private long seed = 1;

    @Option(names = "--kill", description = "server / database（既定: ${DEFAULT-VALUE}）")
    private String kill = "server";

    @Option(names = "--control", description = "対照: synchronous_commit=off で、失われたものが見つかることを示します")
    private boolean control;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] args) {
        System.exit(new CommandLine(new ChaosCommand()).execute(args));
    }

    /** What the rounds found. */
    public record Outcome(int rounds, int kills, int differing) {}

    @Override
    public Integer call() throws Exception {
        if (!what.equals("load")) {
            throw new CommandLine.ParameterException(new CommandLine(this), "./kiban chaos load");
        }
        Outcome outcome = run();
        out.printf(
                "rounds %d, kills %d, rounds that differ %d%n", outcome.rounds(), outcome.kills(), outcome.differing());
        return outcome.differing() == 0 ? 0 : 1;
    }

    private Outcome run() throws Exception {
        return new Rounds(records, seed, Victim.valueOf(kill.toUpperCase(Locale.ROOT)), control, out).run(rounds);
    }

    /** All rounds of one setting against one undisturbed run. */
    public static final class Rounds {
        private final SplittableRandom random;
        private final int records;
        private final Victim victim;
        private final boolean control;
        private final PrintStream out;
        private final Round.Load load;

        public Rounds(int records, long seed, Victim victim, boolean control, PrintStream out) throws IOException {
            this.random = new SplittableRandom(seed);
            this.records = records;
            this.victim = victim;
            this.control = control;
            this.out = out;
            this.load = LoadFiles.generate(folder("kiban-chaos-files"), records, seed);
        }

        public Outcome run(int rounds) throws Exception {
            Fingerprint undisturbed = undisturbed();
            int kills = 0;
            int differing = 0;
            for (int i = 1; i <= rounds; i++) {
                long point = random.nextLong(2L * records);
                RoundResult result = disturbed(point);
                kills += result.kills();
                String difference = undisturbed.differenceFrom(result.fingerprint());
                differing += difference.isEmpty() ? 0 : 1;
                out.printf(
                        "round %d: killed %s at %,d of %,d: %s%n",
                        i, victim, point, 2L * records, difference.isEmpty() ? "same" : difference);
            }
            deleteAll(files());
            return new Outcome(rounds, kills, differing);
        }

        private Fingerprint undisturbed() throws Exception {
            Path data = dataFolder();
            try (Round round = new Round(data, load, false)) {
                round.run();
                return round.fingerprint();
            } finally {
                deleteAll(data);
            }
        }

        /** The same keys in every round: the keyed hashes are compared too. */
        private Path dataFolder() throws IOException {
            Path data = folder("kiban-chaos");
            Path keys = files().resolve("keys.json");
            KeyRing.openOrCreate(keys);
            Files.copy(keys, data.resolve("keys.json"), StandardCopyOption.COPY_ATTRIBUTES);
            return data;
        }

        private Path files() {
            return load.initial().getFirst().getParent().getParent();
        }

        private record RoundResult(Fingerprint fingerprint, int kills) {}

        private RoundResult disturbed(long point) throws Exception {
            Path data = dataFolder();
            try (Round round = new Round(data, load, control)) {
                Killer killer = new Killer(round::server, victim, point);
                Thread watching = Thread.ofPlatform().daemon().start(killer);
                round.run();
                killer.giveUp();
                watching.join();
                return new RoundResult(round.fingerprint(), killer.hasKilled() ? 1 : 0);
            } finally {
                deleteAll(data);
            }
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
