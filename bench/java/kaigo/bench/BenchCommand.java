package kaigo.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** ./kiban bench: measures, never judges by an exit code of its own; figures stand in docs/benchmarks.md. */
@Command(
        name = "./kiban bench",
        description = {
            "速さを測ります。persons: M01、sheets: 調査票と意見書のある M08、city: 一つの市の初期セットアップ、night: 一つの県の夜、",
            "reconcile: 突合、load: 以上のすべて（1時間ほど）。read: 閲覧、p99: 閲覧のうち遅い 1 % だけ、screens: 事業所の画面、send: 審査会資料、rule: 共有の規則だけ。 / Measures against a base in the same run."
        },
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    private static final List<String> LOAD = List.of("persons", "sheets", "city", "night", "reconcile");

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "load, persons, sheets, city, night, reconcile, read, p99, screens, send, rule")
    private String what = "";

    @Option(
            names = "--records",
            description =
                    "人数。night では保険者ごと（既定: persons、reconcile 1000000、sheets 250000、city 100000、night 2000、read、screens 1000000）")
    private @Nullable Integer records;

    @Option(names = "--rounds", description = "回数（既定: ${DEFAULT-VALUE}）")
    private int rounds = 5;

    @Option(
            names = "--growth",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "三倍の件数まで続けます（既定）")
    private boolean growth = true;

    @Option(names = "--profile", paramLabel = "DIR", description = "サーバーの計測記録（JFR）を DIR に残します")
    private @Nullable Path recording;

    @Option(names = "--json", description = "結果を JSON で出力します")
    private boolean json;

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // what generate says on the way
        List<Bar> bars = new ArrayList<>();
        for (String one : what.equals("load") ? LOAD : List.of(what)) {
            bars.addAll(measurement(one, json ? System.err : out).run());
        }
        if (json) {
            out.println(new JsonMapper().writeValueAsString(Map.of("bars", bars)));
        } else {
            bars.forEach(bar -> out.printf(
                    "%s: ours %,.4g, base %,.4g, ratio %.3f (wanted %.2f), spread %.0f %%%n",
                    bar.name(), bar.ours(), bar.base(), bar.ratio(), bar.wanted(), bar.spread() * 100));
        }
        return 0;
    }

    private Measurement measurement(String one, PrintStream out) {
        return switch (one) {
            case "persons" -> new LoadBench(new LoadBench.Settings(records(1_000_000), rounds, growth, recording), out);
            case "sheets" -> new SheetsBench(records(250_000), rounds, recording, out);
            case "city" -> new CityBench(records(100_000), out);
            case "night" -> new NightBench(records(2_000), rounds, recording, out);
            case "reconcile" -> new ReconcileBench(records(1_000_000), rounds, out);
            case "read" -> new ReadBench(records(1_000_000), rounds, recording, out);
            case "p99" -> new P99Bench(rounds, out);
            case "screens" -> new ScreensBench(records(1_000_000), rounds, out);
            case "send" -> new SendBench(rounds, out);
            case "rule" -> new RuleBench(rounds, out);
            default ->
                throw new CommandLine.ParameterException(
                        new CommandLine(this),
                        "./kiban bench load | persons | sheets | city | night | reconcile | read | p99 | screens | send | rule");
        };
    }

    private int records(int usual) {
        return records == null ? usual : records;
    }
}
