package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.shared.Days;
import kaigo.shared.UpdateType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** ./kiban changes: what a system that can only write everything has to send today, for 方式②. */
@Command(
        name = "changes",
        description = {
            "全件のファイル二組を比べ、変わったものだけの日次ファイルを作ります。/ Writes a daily file of what differs between two extracts.",
            "増えたものを「新規」、内容の変わったものを「更新」、なくなったものを「削除」にします。",
            "要介護認定情報は M08 の NDJSON にします。"
        },
        footer = {
            "終了コード: 0 できた（違いがなければファイルは作りません）、1 新しい全件にエラーがある、2 読めないファイルまたは使い方の誤り",
            "100万件で約 300 MB を使います。足りないときは KIBAN_JAVA_OPTS=-Xmx2g を付けてください。"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ChangesCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            required = true,
            arity = "1..*",
            paramLabel = "ファイル",
            description = "前に登録した全件（新規のレコードだけのファイル）/ the extract that was registered")
    private List<Path> from = List.of();

    @Option(
            names = "--to",
            required = true,
            arity = "1..*",
            paramLabel = "ファイル",
            description = "今の全件 / the extract of today")
    private List<Path> to = List.of();

    @Option(names = "--out", required = true, paramLabel = "フォルダー", description = "書き出す場所 / folder to write to")
    private Path out = Path.of("");

    @Option(names = "--as-of", paramLabel = "年月日", description = "処理対象日（例 2026-11-20。既定: 今日）/ day of the file")
    private LocalDate asOf = Days.of(Clock.systemUTC().instant());

    @Option(names = "--json", description = "CSV の代わりに NDJSON / NDJSON instead of CSV")
    private boolean json;

    @Option(names = "--no-check-digits", description = "検査数字を確かめません（試験用の番号の保険者）")
    private boolean noCheckDigits;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        SentFiles before = SentFiles.of(from);
        SentFiles now = SentFiles.of(to);
        Layout layout = requireAlike(before, now);
        ExtractChanges changes = new ExtractChanges(layout);
        before.forEach(!noCheckDigits, changes::before);
        now.forEach(!noCheckDigits, changes::now);
        PrintWriter err = spec.commandLine().getErr();
        if (changes.refused() > 0) {
            err.printf("今の全件に、エラーのレコードが %,d 件あります。何も作りませんでした。./kiban check で確かめ、直してからやり直してください。%n", changes.refused());
            return 1;
        }
        err.printf(
                "新規 %,d 件、更新 %,d 件、削除 %,d 件です。%n",
                changes.count(UpdateType.CREATE), changes.count(UpdateType.UPDATE), changes.count(UpdateType.DELETE));
        write(before, now, changes).forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    /** One interface, one version, one insurer. */
    private static Layout requireAlike(SentFiles before, SentFiles now) {
        Layout layout = layout(before);
        Layout other = layout(now);
        if (!layout.id().equals(other.id())) {
            throw new CommandRefused("インタフェースまたは仕様版が異なります: --from " + layout.id() + "、--to " + other.id());
        }
        if (!before.last().insurerNumber().equals(now.last().insurerNumber())) {
            throw new CommandRefused("保険者番号が異なります: --from " + before.last().insurerNumber() + "、--to "
                    + now.last().insurerNumber());
        }
        return other;
    }

    private static Layout layout(SentFiles files) {
        files.only("インタフェースまたは仕様版", control -> control.interfaceId() + "-" + control.version());
        Control control = files.last();
        return Layouts.find(control.interfaceId(), control.version()).orElseThrow();
    }

    private List<Path> write(SentFiles before, SentFiles now, ExtractChanges changes) throws IOException {
        Layout layout = changes.layout();
        RecordFiles.Head head = new RecordFiles.Head(
                layout.head().itemsOf(),
                now.last().insurerNumber(),
                ProcessingType.DAILY,
                asOf,
                LocalDateTime.ofInstant(Clock.systemUTC().instant(), Days.JAPAN).truncatedTo(ChronoUnit.SECONDS),
                now.last().senderSystem());
        Form form = json || !layout.sheets().isEmpty() ? Form.NDJSON : Form.CSV;
        try (RecordFiles written = new RecordFiles(out, form, layout, head, changes.count())) {
            before.forEach(!noCheckDigits, row -> changes.gone(row).ifPresent(written::write));
            changes.again();
            now.forEach(!noCheckDigits, row -> changes.next(row).ifPresent(written::write));
            return written.files();
        }
    }
}
