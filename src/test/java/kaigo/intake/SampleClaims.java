package kaigo.intake;

import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;

/** 給付実績の提供情報 of one person, as a 国保連合会 sends it. */
public final class SampleClaims {

    private SampleClaims() {}

    public static byte[] file(String insurer, LocalDateTime created) {
        Layout layout = Layouts.newest("K01").orElseThrow();
        Row row = SampleRecord.full(layout, 2);
        row.text(layout.position("insurerNumber"), insurer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Control control =
                new Control("K01", "2.02", insurer, ProcessingType.DAILY, created.toLocalDate(), created, 1, "TEST");
        try (RecordWriter writer = RecordWriter.open(out, Form.NDJSON, control, layout)) {
            writer.write(row);
        }
        return out.toByteArray();
    }
}
