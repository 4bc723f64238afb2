package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import kaigo.parts.Advisories;
import kaigo.parts.Part;
import kaigo.parts.Weakness;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiban parts}: what is shipped, and whether a list of published weaknesses names any of it. Asks no other machine. */
@Command(
        name = "parts",
        description = "使っている部品を示し、公表された弱さの一覧と突き合わせます。/ Lists the libraries; holds them against advisories.",
        footer = "終了コード / exit code: 0 弱さなし、1 弱さのある部品がある、2 一覧か目録を読めない",
        mixinStandardHelpOptions = true)
final class PartsCommand implements Callable<Integer> {

    private static final int FOUND = 1;
    private static final int UNUSABLE = 2;

    @Option(
            names = "--advisories",
            paramLabel = "ファイル",
            description = "弱さの一覧。OSV 形式の JSON、そのフォルダー、または ZIP（例: OSV の Maven の all.zip）")
    private @Nullable Path advisories;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Part> parts = Part.listShipped();
        if (parts.isEmpty()) {
            spec.commandLine().getErr().println("部品の目録がありません。./kiban を通して組み立て直してください。 / built without its SBOM");
            return UNUSABLE;
        }
        if (advisories == null) {
            parts.forEach(part -> out().println(part.name() + " " + part.version()));
            return 0;
        }
        try {
            return show(parts, Advisories.compare(parts, advisories));
        } catch (IOException e) {
            spec.commandLine().getErr().println("読めません / can't be read: " + advisories);
        } catch (Advisories.Unreadable e) {
            spec.commandLine().getErr().println("OSV 形式の弱さの一覧ではありません / not OSV: " + e.getMessage());
        }
        return UNUSABLE;
    }

    private int show(List<Part> parts, Advisories.Result result) {
        if (result.read() == 0) {
            spec.commandLine().getErr().println("弱さが 1 件も書かれていません / no advisory in: " + advisories);
            return UNUSABLE;
        }
        LocalDate today = Days.of(Clock.systemUTC().instant());
        result.weaknesses().forEach(weakness -> show(weakness, today));
        long late = result.weaknesses().stream()
                .filter(weakness -> today.isAfter(weakness.until()))
                .count();
        out().println("部品 " + parts.size() + "、弱さの一覧 " + result.read() + " 件のうち、あてはまるもの "
                + result.weaknesses().size() + " 件（期限を過ぎたもの " + late + " 件）");
        return result.weaknesses().isEmpty() ? 0 : FOUND;
    }

    private void show(Weakness weakness, LocalDate today) {
        String until = weakness.until() + (today.isAfter(weakness.until()) ? "（過ぎています）" : "");
        out().println(weakness.advisory().id() + "　" + weakness.advisory().severity() + "　"
                + weakness.part().name() + " " + weakness.part().version() + "　公表 "
                + weakness.advisory().published() + "　期限 " + until + "　直った版 "
                + (weakness.mendedIn() == null ? "なし" : weakness.mendedIn()));
        out().println("    " + weakness.advisory().summary());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
