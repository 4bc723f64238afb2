package kaigo.intake;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import kaigo.layout.Control;
import kaigo.layout.Finding;
import kaigo.layout.FindingText;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.items.P01;
import kaigo.shared.Days;
import kaigo.shared.InsuredNumber;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * 登録結果 (P01) の組み立て: the records that the server answers with and that the offline check writes are made here, so
 * that both say the same about the same file. Items of P01 are proposed, ours.
 */
public final class ResultRecords {

    private static final Layout LAYOUT = Layouts.newest("P01").orElseThrow();
    private static final int LONGEST_HISTORY_NUMBER = 5;

    private final @Nullable String receipt;
    private final @Nullable String fileName;
    private final Layout sent;

    /**
     * @param receipt 受付番号, or null where nothing was received (offline check)
     * @param fileName 元ファイル名, or null for an API body
     * @param sent layout of the file that is answered
     */
    public ResultRecords(@Nullable String receipt, @Nullable String fileName, Layout sent) {
        this.receipt = receipt;
        this.fileName = fileName;
        this.sent = sent;
    }

    /**
     * Control record of the answer to a file of this insurer and 処理区分.
     *
     * @param records as many as will be written
     * @param at local time in Japan
     */
    public static Control control(String insurerNumber, ProcessingType process, int records, LocalDateTime at) {
        return new Control(
                LAYOUT.interfaceId(),
                LAYOUT.version(),
                insurerNumber,
                process,
                LocalDate.from(at),
                at,
                records,
                "kiban");
    }

    /** A P01 file that waits for its records; closing the writer closes {@code out}. */
    public static RecordWriter open(OutputStream out, Form form, Control control) {
        return RecordWriter.open(out, form, control, LAYOUT);
    }

    public Row row(RecordResult result) {
        Row row = LAYOUT.newRow(result.line());
        row.set(P01.RECEIPT_NO, receipt);
        row.set(P01.SOURCE_FILE_NAME, fileName);
        row.set(P01.SOURCE_SEQUENCE, result.line());
        row.set(P01.INTERFACE_ID, sent.interfaceId());
        row.set(P01.INSURED_NUMBER, result.insuredNumber());
        row.set(P01.HISTORY_NO, result.historyNo());
        row.set(P01.UPDATE_TYPE, result.updateType());
        row.set(P01.STATUS, String.valueOf(result.status().code()));
        row.set(P01.FINAL, result.status().isFinal());
        row.set(
                P01.LINK_STATE,
                result.linkState() == null
                        ? null
                        : String.valueOf(result.linkState().code()));
        findings(row, result.findings());
        row.set(P01.PROCESSED_AT, LocalDateTime.ofInstant(result.at(), Days.JAPAN));
        return row;
    }

    private void findings(Row row, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        row.set(P01.ERROR_IDS, joined(findings.stream().map(f -> f.id().name()).toList()));
        row.set(
                P01.ERROR_ITEMS,
                joined(findings.stream().map(f -> FindingText.itemName(f, sent)).toList()));
        row.set(
                P01.ERROR_TEXT,
                joined(findings.stream()
                        .map(f -> FindingText.of(f, sent).text())
                        .toList()));
    }

    private static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(";"));
    }

    /** Only what has the form of a 被保険者番号: in a record with shifted columns a name could stand there. */
    public static @Nullable String insuredNumber(Row row) {
        String value = text(row, "insuredNumber");
        return value != null && InsuredNumber.hasForm(value) ? value : null;
    }

    /** Only what has the form of a 履歴番号, for the same reason. */
    public static @Nullable String historyNo(Row row) {
        String value = text(row, "historyNo");
        return value != null && value.length() <= LONGEST_HISTORY_NUMBER && Text.isDigits(value) ? value : null;
    }

    private static @Nullable String text(Row row, String item) {
        int position = row.layout().position(item);
        return position < 0 ? null : row.text(position);
    }
}
