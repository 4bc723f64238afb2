package kaigo.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kaigo.bench.Folders;
import kaigo.chaos.Killer.Point;
import kaigo.chaos.Killer.Victim;

/**
 * Rounds against one undisturbed run. Every round begins with a copy of the same prepared data folder, so
 * that keys are the same and the keyed hashes can be compared too.
 */
final class Rounds implements AutoCloseable {

    /** In every so many-th round the kill follows an acknowledged answer at once. */
    private static final int AFTER_ANSWER = 5;

    private final int records;
    private final long seed;
    private final PrintStream out;
    private final Path folder;
    private final Round.Load load;
    private final Fingerprint undisturbed;

    /** @param control the database answers before it has written: a loss must show */
    record Setting(Victim victim, boolean control) {}

    /** @param difference from the undisturbed run, empty if there is none */
    record Result(int round, String killed, boolean hasKilled, String difference, double seconds) {}

    /** What the rounds found. */
    record Outcome(Setting setting, List<Result> rounds) {
        long kills() {
            return rounds.stream().filter(Result::hasKilled).count();
        }

        long differing() {
            return rounds.stream().filter(one -> !one.difference().isEmpty()).count();
        }

        /** Nothing lost; in the control: something lost in every round. */
        boolean asExpected() {
            return kills() == rounds.size() && differing() == (setting.control() ? rounds.size() : 0);
        }
    }

    /** What is loaded. */
    interface Files {
        Round.Load generate(Path folder, int records, long seed) throws IOException;
    }

    Rounds(Files files, int records, long seed, PrintStream out) throws Exception {
        this.records = records;
        this.seed = seed;
        this.out = out;
        this.folder = Folders.create("kiban-chaos");
        this.load = files.generate(folder.resolve("files"), records, seed);
        try (Round first = new Round(java.nio.file.Files.createDirectory(prepared()), load, false)) {
            first.prepare();
        }
        this.undisturbed = undisturbed();
    }

    Outcome run(int rounds, Setting setting) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<Result> results = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
            Result result = disturbed(i, point(i, setting, random), setting);
            results.add(result);
            out.printf(
                    "round %d: killed %s %s: %s (%.0f s)%n",
                    i,
                    setting.victim(),
                    result.killed(),
                    result.difference().isEmpty() ? "same" : result.difference(),
                    result.seconds());
        }
        return new Outcome(setting, results);
    }

    private Fingerprint undisturbed() throws Exception {
        try (Round round = new Round(copy(), load, false)) {
            round.run(() -> {});
            return round.fingerprint();
        } finally {
            Folders.delete(data());
        }
    }

    private Result disturbed(int number, Point point, Setting setting) throws Exception {
        long begun = System.nanoTime();
        try (Round round = new Round(copy(), load, setting.control())) {
            Killer killer = new Killer(round::server, setting.victim(), point);
            Thread watching = Thread.ofPlatform().daemon().start(killer);
            String difference = difference(round, killer);
            killer.giveUp();
            watching.join();
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Result(number, point.toString(), killer.hasKilled(), difference, seconds);
        } finally {
            Folders.delete(data());
        }
    }

    private String difference(Round round, Killer killer) throws Exception {
        try {
            round.run(killer);
            return undisturbed.differenceFrom(round.fingerprint());
        } catch (Round.Stuck stuck) {
            return String.valueOf(stuck.getMessage());
        }
    }

    private Point point(int number, Setting setting, SplittableRandom random) {
        if (setting.control()) {
            return new Point(1, 0);
        }
        return number % AFTER_ANSWER == 0
                ? new Point(1 + random.nextInt(load.files()), 0)
                : new Point(0, random.nextLong(2L * records));
    }

    private Path prepared() {
        return folder.resolve("prepared");
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** With owners and modes: the database may belong to an account of its own. */
    private Path copy() throws IOException, InterruptedException {
        Process copying = new ProcessBuilder("cp", "-a", prepared().toString(), data().toString())
                .inheritIO()
                .start();
        if (copying.waitFor() != 0) {
            throw new IOException("cannot copy the prepared folder");
        }
        return data();
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
