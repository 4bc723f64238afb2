package kaigo.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import kaigo.layout.CheckOptions.Outside;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.layout.RecordFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * ./kiban check: files checked before they are sent, by the rules of the server. Exit code 0: no errors (warnings
 * allowed); 1: records with errors; 2: a file that would not be accepted, or wrong usage.
 */
@Command(
        name = "check",
        description = "送る前のファイルを、サーバーと同じ規則で確かめます。/ Checks files offline by the server's rules.",
        footer = "終了コード: 0 エラーなし（警告はあってよい）、1 エラーのレコードあり、2 受け付けられないファイルまたは使い方の誤り",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int ERRORS = 1;
    private static final int UNUSABLE = 2;

    @Parameters(paramLabel = "ファイル", arity = "1..*", description = "CSV または NDJSON のファイル、それらの ZIP")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "フォルダー", description = "登録結果 (P01) を _RES の名で書く場所（既定: 標準出力）")
    private @Nullable Path folder;

    @Option(names = "--form", paramLabel = "形式", description = "登録結果の形式 csv または ndjson（既定: 送るファイルと同じ）")
    private @Nullable String formName;

    @Option(names = "--insurer", paramLabel = "番号", description = "送る保険者の保険者番号（既定: 確かめない）")
    private @Nullable String insurer;

    @Option(names = "--no-check-digits", description = "検査数字を確かめません（試験用の番号の保険者）")
    private boolean noCheckDigits;

    @Option(names = "--relation-errors", description = "関係チェックの警告（W4002〜W4004）をエラーにします（既定: 警告）。ここで確かめるのは一つのレコードの中だけです")
    private boolean relationErrors;

    @Option(names = "--refuse-outside", description = "JIS X 0213 にない文字をエラーにします（既定: 警告）")
    private boolean refuseOutside;

    @Option(names = "--any-name", description = "ファイル名を確かめません（API で送るとき）")
    private boolean anyName;

    @Option(names = "--json", description = "まとめを JSON で標準出力に書きます")
    private boolean json;

    @Option(names = "--hash", description = "レコードごとの内容ハッシュ (SHA-256) を標準出力に書きます")
    private boolean hash;

    private final PrintStream out;
    private final PrintStream err;

    CheckCommand() {
        this(System.out, Terminal.readable(System.err, "stderr.encoding"));
    }

    CheckCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        if (json && hash) {
            err.println("--json と --hash は、どちらか一つだけを指定してください。");
            return UNUSABLE;
        }
        if (formName != null && form(formName) == null) {
            err.println("--form には csv または ndjson を指定してください。");
            return UNUSABLE;
        }
        Outside outside = refuseOutside ? Outside.REFUSE : Outside.MARK;
        CheckProfile profile = new CheckProfile(insurer, !noCheckDigits, relationErrors, outside, !anyName);
        int result = check(new OfflineCheck(profile, this::output));
        out.flush();
        return result;
    }

    private int check(OfflineCheck check) {
        List<FileReport> reports = new ArrayList<>();
        List<SentFile.Source> sources = new ArrayList<>();
        boolean unreadable = false;
        for (Path file : files) {
            try {
                sources.addAll(isArchive(file) ? SentFile.inArchive(file) : List.of(new SentFile.Source(file, "")));
            } catch (IOException e) {
                err.println("ZIP を読めません: " + file);
                unreadable = true;
            }
        }
        for (SentFile file : SentFile.of(sources)) {
            try {
                reports.add(check.check(file));
            } catch (IOException | java.io.UncheckedIOException e) {
                err.println("ファイルを読み書きできません: " + file.name());
                unreadable = true;
            }
        }
        List<String> documents = SentFile.documents(sources);
        if (!documents.isEmpty()) {
            err.printf("PDF（%,d 件）は、ここでは確かめません。送ったときに、内容と、索引（M11、M12）との照合を確かめます。%n", documents.size());
        }
        if (json) {
            out.writeBytes((CheckSummary.json(reports) + "\n").getBytes(StandardCharsets.UTF_8));
        } else if (!reports.isEmpty()) {
            CheckSummary.print(reports, err);
        }
        return unreadable ? UNUSABLE : worst(reports);
    }

    private static boolean isArchive(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static int worst(List<FileReport> reports) {
        if (reports.stream().anyMatch(report -> report.unusable() != null)) {
            return UNUSABLE;
        }
        return reports.stream().anyMatch(report -> report.failed() > 0) ? ERRORS : FINE;
    }

    private RecordOutput output(String fileName, int sequence, RecordFile file) throws IOException {
        Path target = folder;
        if (hash) {
            return new RecordOutput.Hashes(fileName, file.layout(), out);
        }
        if (json && target == null) {
            return new RecordOutput.Nothing();
        }
        Form form = formName == null ? file.form() : java.util.Objects.requireNonNull(form(formName));
        OutputStream stream = target == null ? new Unclosed(out) : create(target, sequence, file, form);
        return new RecordOutput.Results(
                fileName, file, form, stream, Clock.systemUTC().instant());
    }

    private static OutputStream create(Path folder, int sequence, RecordFile file, Form form) throws IOException {
        Files.createDirectories(folder);
        String name = FileName.of(file.control(), sequence, file.form()).resultName(form);
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
    }

    private static @Nullable Form form(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "csv" -> Form.CSV;
            case "ndjson", "json" -> Form.NDJSON;
            default -> null;
        };
    }

    /** Standard output outlives the file that is written to it. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(new BufferedOutputStream(out));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
