package kaigo.intake;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.ItemType;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Component;

/** 登録結果ファイル: P01 of one received file as CSV or NDJSON, written from the layout file. */
@Component
public class ResultFile {

    private final Results results;
    private final Clock clock;

    ResultFile(Results results, Clock clock) {
        this.results = results;
        this.clock = clock;
    }

    /** Streams to {@code out}, which is closed; memory does not grow with the file. */
    public void write(InsurerViewer viewer, ReceivedFile file, Form form, OutputStream out) {
        ResultRecords records = records(file);
        Control control = ResultRecords.control(
                file.receipt().insurer().value(),
                file.process(),
                file.progress().done(),
                LocalDateTime.ofInstant(clock.instant(), Days.JAPAN));
        try (RecordWriter writer = ResultRecords.open(out, form, control)) {
            results.forEach(viewer, file, result -> writer.write(records.row(result)));
        }
    }

    /** One result by the code names of P01, as it stands in NDJSON: absent items are left out, only type I is a number. */
    public static Map<String, Object> record(ReceivedFile file, RecordResult result) {
        Row row = records(file).row(result);
        Map<String, Object> items = new LinkedHashMap<>();
        for (LayoutItem item : row.layout().items()) {
            String text = row.text(item.position());
            if (text != null) {
                items.put(item.code(), item.type() == ItemType.I ? Integer.valueOf(text) : text);
            }
        }
        return items;
    }

    private static ResultRecords records(ReceivedFile file) {
        return new ResultRecords(
                file.receipt().toString(),
                file.name(),
                Layouts.find(file.interfaceId(), file.version()).orElseThrow());
    }
}
