package kaigo.intake;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kaigo.layout.Control;
import kaigo.layout.Finding;
import kaigo.layout.FindingText;
import kaigo.layout.Form;
import kaigo.layout.ItemType;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.items.P01;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 登録結果ファイル: P01 of one received file as CSV or NDJSON, written from the layout file. */
@Component
public class ResultFile {

    private static final Layout LAYOUT = Layouts.newest("P01").orElseThrow();

    private final Results results;
    private final Clock clock;

    ResultFile(Results results, Clock clock) {
        this.results = results;
        this.clock = clock;
    }

    /** Streams to {@code out}, which is closed; memory does not grow with the file. */
    public void write(InsurerViewer viewer, ReceivedFile file, Form form, OutputStream out) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Days.JAPAN);
        Control control = new Control(
                LAYOUT.interfaceId(),
                LAYOUT.version(),
                file.receipt().insurer().value(),
                file.process(),
                LocalDate.from(now),
                now,
                file.progress().done(),
                "kiban");
        try (RecordWriter writer = RecordWriter.open(out, form, control, LAYOUT)) {
            int[] number = {1};
            results.forEach(viewer, file, result -> writer.write(row(++number[0], file, result)));
        }
    }

    /** One result by the code names of P01, as it stands in NDJSON: absent items are left out, only type I is a number. */
    public static Map<String, Object> record(ReceivedFile file, RecordResult result) {
        Row row = row(result.line(), file, result);
        Map<String, Object> items = new LinkedHashMap<>();
        for (LayoutItem item : LAYOUT.items()) {
            String text = row.text(item.position());
            if (text != null) {
                items.put(item.code(), item.type() == ItemType.I ? Integer.valueOf(text) : text);
            }
        }
        return items;
    }

    static Row row(int number, ReceivedFile file, RecordResult result) {
        Layout sent = Layouts.find(file.interfaceId(), file.version()).orElseThrow();
        Row row = LAYOUT.newRow(number);
        row.set(P01.RECEIPT_NO, file.receipt().toString());
        row.set(P01.SOURCE_FILE_NAME, file.name());
        row.set(P01.SOURCE_SEQUENCE, result.line());
        row.set(P01.INTERFACE_ID, file.interfaceId());
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
        row.set(
                P01.ERROR_IDS,
                joined(result.findings().stream().map(f -> f.id().name()).toList()));
        row.set(
                P01.ERROR_ITEMS,
                joined(result.findings().stream().map(f -> itemName(f, sent)).toList()));
        row.set(
                P01.ERROR_TEXT,
                joined(result.findings().stream()
                        .map(f -> FindingText.of(f, sent).text())
                        .toList()));
        row.set(P01.PROCESSED_AT, LocalDateTime.ofInstant(result.at(), Days.JAPAN));
        return row;
    }

    private static String itemName(Finding finding, Layout layout) {
        return finding.position() < 0 ? "" : layout.item(finding.position()).name();
    }

    private static @Nullable String joined(List<String> parts) {
        return parts.isEmpty() ? null : parts.stream().collect(Collectors.joining(";"));
    }
}
