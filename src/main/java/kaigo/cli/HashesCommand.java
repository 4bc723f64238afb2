package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kaigo.intake.StatedKey;
import kaigo.layout.CanonicalForm;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.shared.Days;
import kaigo.shared.UpdateType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * ./kiban hashes: the file of the monthly reconciliation from the files that were sent. A record with an error counts too:
 * that the platform does not hold it is what the reconciliation shall find. Exit code 1 if a record's key cannot be read.
 */
@Command(
        name = "hashes",
        description = {
            "送ったファイル（全件）から、月次の突合に使う突合情報（Q01）を作ります。/ Writes Q01 for the monthly reconciliation.",
            "新規と更新を数え、削除されたものは除きます。同じキーは、作成日時と連番が後のものを採ります。"
        },
        footer = {
            "終了コード: 0 できた、1 キーを読めないレコードを除いた、2 読めないファイルまたは使い方の誤り",
            "100万件あたり約 200 MB を使います。足りないときは KIBAN_JAVA_OPTS=-Xmx2g を付けてください。"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HashesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ファイル", arity = "1..*", description = "CSV または NDJSON のファイル。インタフェースはいくつでも")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "フォルダー", description = "書き出す場所（既定: 今の場所）/ folder to write to")
    private Path out = Path.of("");

    @Option(
            names = "--as-of",
            paramLabel = "年月日",
            description = "処理対象日（例 2026-11-20。既定: 今日）/ day of the reconciliation")
    private LocalDate asOf = Days.of(Clock.systemUTC().instant());

    @Option(names = "--initial", description = "初期セットアップの期間に送ります（処理区分 I）/ within the initial set-up")
    private boolean initial;

    @Option(names = "--json", description = "CSV の代わりに NDJSON / NDJSON instead of CSV")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<StatedKey, byte[]> held = new LinkedHashMap<>();
    private final Map<Layout, CanonicalForm> forms = new HashMap<>();
    private int unreadable;

    @Override
    public Integer call() throws IOException {
        SentFiles sent = SentFiles.of(files);
        sent.forEach(false, this::read);
        PrintWriter said = spec.commandLine().getOut();
        write(sent).forEach(said::println);
        PrintWriter err = spec.commandLine().getErr();
        err.printf("%,d 件の突合情報を作りました。%n", held.size());
        if (unreadable > 0) {
            err.printf("キーまたは更新区分情報を読めない %,d 件は除きました。./kiban check で内容をご確認ください。%n", unreadable);
        }
        return unreadable > 0 ? 1 : 0;
    }

    private void read(Row row) {
        String code = row.text(row.layout().position("updateType"));
        Optional<UpdateType> type = code == null ? Optional.empty() : UpdateType.ofCode(code);
        Optional<StatedKey> key = StatedKey.of(row);
        if (type.isEmpty() || key.isEmpty()) {
            unreadable++;
            return;
        }
        switch (type.get()) {
            case CREATE, UPDATE ->
                held.put(
                        key.get(),
                        forms.computeIfAbsent(row.layout(), CanonicalForm::new).hash(row));
            case DELETE -> held.remove(key.get());
        }
    }

    private List<Path> write(SentFiles sent) throws IOException {
        LocalDateTime now =
                LocalDateTime.ofInstant(Clock.systemUTC().instant(), Days.JAPAN).truncatedTo(ChronoUnit.SECONDS);
        Layout layout = StatedKey.layout();
        RecordFiles.Head head = new RecordFiles.Head(
                layout.interfaceId(),
                sent.last().insurerNumber(),
                initial ? ProcessingType.INITIAL : ProcessingType.DAILY,
                asOf,
                now,
                sent.last().senderSystem());
        try (RecordFiles written = new RecordFiles(out, json ? Form.NDJSON : Form.CSV, layout, head, held.size())) {
            held.forEach((key, hash) -> written.write(key.record(1, hash)));
            return written.files();
        }
    }
}
