package kaigo.intake;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layouts;
import kaigo.layout.RecordWriter;
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
        ResultRecords records = new ResultRecords(
                file.receipt().toString(),
                file.name(),
                Layouts.find(file.interfaceId(), file.version()).orElseThrow());
        Control control = ResultRecords.control(
                file.receipt().insurer().value(),
                file.process(),
                file.progress().done(),
                LocalDateTime.ofInstant(clock.instant(), Days.JAPAN));
        try (RecordWriter writer = ResultRecords.open(out, form, control)) {
            results.forEach(viewer, file, result -> writer.write(records.row(result)));
        }
    }
}
