package kaigo.chaos;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kaigo.chaos.Killer.Victim;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** ./kiban chaos: kills at seeded points of a load, restarts, and compares with an undisturbed run. */
@Command(
        name = "./kiban chaos",
        description = {
            "読み込みや閲覧の途中でサーバーやデータベースを強制終了し、失われたものがないかを調べます。",
            "Kills the server or the database in mid-load, or among reads, and looks for what was lost.",
            "終了コード / exit code: 0 期待どおり（対照では、どの回でも違いが見つかった）, 1 期待と違う"
        },
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "WHAT", description = "load（M01）, mix（すべてのインタフェース）, read（閲覧と監査記録）")
    private String what = "";

    @Option(names = "--rounds", description = "回数。read では強制終了の回数（既定: ${DEFAULT-VALUE}）")
    private int rounds = 3;

    @Option(names = "--records", description = "件数。read では閲覧の回数（既定: 200000、read 100000）")
    private @Nullable Integer records;

    @Option(names = "--seed", description = "乱数の種（既定: ${DEFAULT-VALUE}）")
    private long seed = 1;

    @Option(names = "--kill", description = "server / database（既定: ${DEFAULT-VALUE}）")
    private String kill = "server";

    @Option(names = "--control", description = "対照: synchronous_commit=off のデータベースを受付の応答の直後に止め、失われたものが見つかることを示します")
    private boolean control;

    @Option(names = "--json", description = "結果を JSON で出力します")
    private boolean json;

    public static void main(String[] args) {
        System.exit(new CommandLine(new ChaosCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // what generate says on the way
        Victim victim = control ? Victim.DATABASE : Victim.valueOf(kill.toUpperCase(Locale.ROOT));
        Rounds.Setting setting = new Rounds.Setting(victim, control);
        return switch (what) {
            case "load" -> load(LoadFiles::ofPersons, setting, out);
            case "mix" -> load(LoadFiles::mix, setting, out);
            case "read" -> read(setting, out);
            default ->
                throw new CommandLine.ParameterException(new CommandLine(this), "./kiban chaos load | mix | read");
        };
    }

    /** In the control something must be lost. */
    private int read(Rounds.Setting setting, PrintStream out) throws Exception {
        int reads = records == null ? 100_000 : records;
        try (ReadRun run = new ReadRun(setting, json ? System.err : out)) {
            ReadRun.Outcome outcome = run.run(ReadRun.Plan.of(reads, rounds, seed));
            if (json) {
                out.println(new JsonMapper().writeValueAsString(outcome));
            } else {
                AnswerBook.Compared book = outcome.book();
                out.printf(
                        "answered %,d, kills %d, turned away %,d, broken off %d; entries missing %d, twice %d, without answer %d, of nobody %d; chain: %s%n",
                        book.answered(),
                        outcome.kills(),
                        book.turnedAway(),
                        book.brokenOff(),
                        book.missing(),
                        book.twice(),
                        book.unanswered(),
                        book.strange(),
                        outcome.fault().isEmpty() ? "sound" : outcome.fault());
            }
            return outcome.nothingLost() == setting.control() ? 1 : 0;
        }
    }

    private int load(Rounds.Files files, Rounds.Setting setting, PrintStream out) throws Exception {
        int count = records == null ? 200_000 : records;
        try (Rounds all = new Rounds(files, count, seed, json ? System.err : out)) {
            Rounds.Outcome outcome = all.run(rounds, setting);
            if (json) {
                out.println(new JsonMapper()
                        .writeValueAsString(Map.of(
                                "records",
                                count,
                                "seed",
                                seed,
                                "setting",
                                setting,
                                "rounds",
                                outcome.rounds(),
                                "kills",
                                outcome.kills(),
                                "differing",
                                outcome.differing())));
            } else {
                out.printf(
                        "rounds %d, kills %d, rounds that differ %d%n", rounds, outcome.kills(), outcome.differing());
            }
            return outcome.asExpected() ? 0 : 1;
        }
    }
}
