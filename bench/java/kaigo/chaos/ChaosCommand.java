package kaigo.chaos;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kaigo.chaos.Killer.Victim;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** ./kiban chaos: kills at seeded points of a load, restarts, and compares with an undisturbed run. */
@Command(
        name = "./kiban chaos",
        description = {
            "読み込みの途中でサーバーやデータベースを強制終了し、失われたものがないかを調べます。",
            "Kills the server or the database in mid-load and looks for what was lost.",
            "終了コード / exit code: 0 期待どおり（対照では、どの回でも違いが見つかった）, 1 期待と違う"
        },
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "WHAT", description = "load（M01）, mix（すべてのインタフェース）")
    private String what = "";

    @Option(names = "--rounds", description = "回数（既定: ${DEFAULT-VALUE}）")
    private int rounds = 3;

    @Option(names = "--records", description = "件数（既定: ${DEFAULT-VALUE}）")
    private int records = 200_000;

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
        if (!what.equals("load") && !what.equals("mix")) {
            throw new CommandLine.ParameterException(new CommandLine(this), "./kiban chaos load | mix");
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // what generate says on the way
        Victim victim = control ? Victim.DATABASE : Victim.valueOf(kill.toUpperCase(Locale.ROOT));
        Rounds.Setting setting = new Rounds.Setting(victim, control);
        try (Rounds all = new Rounds(
                what.equals("mix") ? LoadFiles::mix : LoadFiles::ofPersons, records, seed, json ? System.err : out)) {
            Rounds.Outcome outcome = all.run(rounds, setting);
            if (json) {
                out.println(new JsonMapper()
                        .writeValueAsString(Map.of(
                                "records",
                                records,
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
