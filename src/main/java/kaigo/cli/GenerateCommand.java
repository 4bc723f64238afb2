package kaigo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kaigo.generate.CareRecords;
import kaigo.generate.DailyPlan;
import kaigo.generate.DamagedFiles;
import kaigo.generate.Population;
import kaigo.generate.Records;
import kaigo.layout.Form;
import kaigo.layout.ProcessingType;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** ./kiban generate: files of fictitious insured persons. Same options, same bytes. */
@Command(
        name = "generate",
        description = "架空の被保険者のファイルを作ります。/ Writes files of fictitious persons.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
    private static final String PERSONS = "M01";

    @Option(names = "--insurer", required = true, paramLabel = "番号", description = "保険者番号（6桁）/ insurer number")
    private String insurer = "";

    @Option(names = "--persons", required = true, paramLabel = "人数", description = "被保険者の数 / insured persons")
    private int persons;

    @Option(names = "--out", required = true, paramLabel = "フォルダー", description = "書き出す場所 / folder to write to")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "数",
            description = "乱数の種（既定: ${DEFAULT-VALUE}）。同じ種と日付からは同じファイルができます / same seed and date, same bytes")
    private long seed;

    @Option(names = "--as-of", paramLabel = "年月日", description = "ファイルの日（例 2026-11-20。既定: 今日）/ day of the files")
    private LocalDate asOf = Days.of(Clock.systemUTC().instant());

    @Option(names = "--json", description = "CSV の代わりに NDJSON / NDJSON instead of CSV")
    private boolean json;

    @Option(names = "--daily", description = "初期セットアップの代わりに、その後の1日分の異動 / one day's changes on top")
    private boolean daily;

    @Option(names = "--test", description = "処理区分「試験」のファイルにします（送っても登録されません）/ files of which nothing is registered")
    private boolean test;

    @Option(
            names = "--base-date",
            paramLabel = "年月日",
            description = "--daily: 初期セットアップの基準日（既定: --as-of の日）/ base date of the initial files")
    private @Nullable LocalDate baseDate;

    @Option(
            names = "--since",
            paramLabel = "年月日",
            description = "--daily: 前回の日次の日（既定: 基準日）。M01 のほかは、この日からの違いです / day of the files before")
    private @Nullable LocalDate since;

    @Option(
            names = "--changes",
            paramLabel = "件数",
            description = "--daily: M01 の異動の件数（既定: 人数の1%%）/ M01 records of the day")
    private @Nullable Integer changes;

    @Option(
            names = "--unchanged",
            defaultValue = "0.2",
            paramLabel = "割合",
            description = "--daily: うち内容の変わらない更新（既定: ${DEFAULT-VALUE}）/ share of unchanged updates")
    private double unchanged;

    @Option(
            names = "--neighbour",
            paramLabel = "番号",
            description = "転入元の保険者番号。同じ --persons、--seed などで作ると、転出した人が同じマイナンバーで転入します"
                    + " / insurer from which people move here")
    private @Nullable String neighbour;

    @Option(
            names = "--errors",
            paramLabel = "割合",
            description = "誤りのあるレコードを混ぜます（例 0.01、0.5 まで）。場所は planted.csv / share of records with errors")
    private @Nullable Double errors;

    @Option(
            names = "--interfaces",
            split = ",",
            defaultValue = "M01",
            paramLabel = "ID",
            description = "作るインタフェース（例 M01,M02。all ですべて。既定: M01）/ interfaces; all for all of them")
    private List<String> interfaces = List.of("M01");

    @Option(names = "--damaged", description = "受付できないファイルも damaged フォルダーに作ります / also unusable files")
    private boolean damaged;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Population population = population();
        List<String> asked = interfaces();
        DailyPlan plan = daily ? plan(population) : null;
        try (GeneratedFiles generated =
                new GeneratedFiles(out, json ? Form.NDJSON : Form.CSV, errors, test, this::progress)) {
            for (String interfaceId : asked) {
                if (interfaceId.equals(PERSONS)) {
                    writePersons(generated, population, plan);
                } else {
                    writeCare(generated, new CareRecords(population), interfaceId, plan);
                }
            }
            generated.files().forEach(file -> spec.commandLine().getOut().println(file));
        }
        if (damaged) {
            DamagedFiles.write(out.resolve("damaged"), population);
        }
        return 0;
    }

    private void writePersons(GeneratedFiles generated, Population population, @Nullable DailyPlan plan)
            throws IOException {
        if (plan == null) {
            generated.write(Records.initial(population));
        } else {
            generated.write(Records.daily(plan, neighbourPlan(population)));
            generated.writeAfterDeletion(plan);
        }
    }

    private void writeCare(GeneratedFiles generated, CareRecords care, String interfaceId, @Nullable DailyPlan plan)
            throws IOException {
        if (plan != null) {
            LocalDate from = since == null ? plan.population().baseDate() : since;
            DailyPlan neighbours = neighbourPlan(plan.population());
            generated.write(interfaceId, List.of(() -> care.daily(interfaceId, plan, neighbours, from)));
        } else if (generated.areSets(interfaceId)) {
            generated.write(interfaceId, care.initialSets(interfaceId));
        } else {
            generated.write(care.initial(interfaceId));
        }
    }

    private Population population() {
        LocalDate base = daily && baseDate != null ? baseDate : asOf;
        require(persons >= 1, "--persons: 1以上を指定してください / at least 1");
        require(!base.isAfter(asOf), "--base-date: --as-of より後の日です / after --as-of");
        require(errors == null || (errors > 0 && errors <= 0.5), "--errors: 0 より大きく 0.5 まで / above 0, at most 0.5");
        Population own = Population.of(seed, number("--insurer", insurer), persons, base);
        require(!insurer.equals(neighbour), "--neighbour: --insurer と別の保険者番号を指定してください / another insurer is needed");
        return neighbour == null
                ? own
                : own.withNeighbour(Population.of(seed, number("--neighbour", neighbour), persons, base));
    }

    private List<String> interfaces() {
        List<String> known = new ArrayList<>(List.of(PERSONS));
        known.addAll(CareRecords.interfaces(daily ? ProcessingType.DAILY : ProcessingType.INITIAL));
        List<String> asked = interfaces.equals(List.of("all")) ? known : interfaces;
        require(
                known.containsAll(asked),
                "--interfaces: " + String.join(", ", known) + " または all を指定してください / one of these or all");
        LocalDate base = baseDate == null ? asOf : baseDate;
        boolean ofPersons = asked.equals(List.of(PERSONS));
        require(
                ofPersons || !daily || base.isBefore(asOf),
                "--base-date: M01 のほかの日次には、--as-of より前の基準日を指定してください / a base date before --as-of is needed");
        require(
                since == null || (daily && !since.isBefore(base) && since.isBefore(asOf)),
                "--since: 基準日から --as-of の前の日までを指定してください / from the base date to the day before --as-of");
        return asked;
    }

    private void progress(String text) {
        spec.commandLine().getErr().println(text);
    }

    private DailyPlan plan(Population population) {
        int records = changes == null ? Math.max(1, persons / 100) : changes;
        require(records >= 1 && records <= persons, "--changes: 1から人数まで / from 1 to the number of persons");
        require(unchanged >= 0 && unchanged <= 1, "--unchanged: 0から1まで / from 0 to 1");
        return new DailyPlan(population, asOf, records, (int) Math.round(records * unchanged));
    }

    private @Nullable DailyPlan neighbourPlan(Population population) {
        Population other = population.neighbour();
        return other == null ? null : plan(other);
    }

    private InsurerNumber number(String option, String value) {
        require(
                InsurerNumber.hasCheckDigit(value),
                option + ": 検査数字の合う6桁の保険者番号を指定してください / six digits with their check digit are needed");
        return InsurerNumber.of(value);
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
