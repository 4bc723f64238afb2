package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import kaigo.generate.MunicipalFiles;
import kaigo.generate.Population;
import kaigo.generate.Records;
import kaigo.layout.Form;
import kaigo.platform.SystemClock;
import kaigo.shared.InsurerNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./kiban generate}: files of fictitious insured persons. Same options, same bytes. */
@Command(
        name = "generate",
        header = "架空の被保険者のファイル（M01）を作ります / writes M01 files of fictitious persons",
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--insurer", required = true, description = "保険者番号（6桁） / insurer number")
    private String insurer = "";

    @Option(names = "--persons", required = true, description = "被保険者の数 / number of insured persons")
    private int persons;

    @Option(names = "--seed", defaultValue = "1", description = "乱数の種。既定 ${DEFAULT-VALUE} / seed")
    private long seed;

    @Option(names = "--as-of", description = "基準日（例 2026-11-20）。既定は今日 / date, default today")
    private LocalDate asOf = LocalDate.now(SystemClock.tokyo());

    @Option(names = "--json", description = "CSV の代わりに NDJSON で書きます / NDJSON instead of CSV")
    private boolean json;

    @Option(names = "--out", required = true, description = "書き出すフォルダ / folder to write to")
    private Path out = Path.of("");

    @Option(names = "--help", usageHelp = true, description = "この説明を表示します / this text")
    private boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!InsurerNumber.hasCheckDigit(insurer)) {
            throw new ParameterException(
                    spec.commandLine(), "--insurer: 検査数字の合う6桁の保険者番号を指定してください / a valid insurer number is needed");
        }
        Population population = Population.of(seed, InsurerNumber.of(insurer), persons, asOf);
        PrintWriter err = spec.commandLine().getErr();
        List<Path> files = MunicipalFiles.write(
                out,
                Records.initial(population),
                json ? Form.NDJSON : Form.CSV,
                written -> err.println(written + " / " + persons));
        files.forEach(file -> spec.commandLine().getOut().println(file));
        return 0;
    }
}
