package kaigo.outbox;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.outbox.Outbox.Fetched;
import kaigo.shared.InsurerNumber;
import tools.jackson.databind.json.JsonMapper;

/** 送付箱のファイル: items of one interface as a file of its layout, as a municipality's system reads one. */
public final class OutboxRecords {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FIRST_LINE = 2;

    private OutboxRecords() {}

    /** @param at local time in Japan */
    public static Control control(InsurerNumber insurer, String interfaceId, int records, LocalDateTime at) {
        return new Control(
                interfaceId,
                layout(interfaceId).version(),
                insurer.value(),
                ProcessingType.DAILY,
                LocalDate.from(at),
                at,
                records,
                "kiban");
    }

    /** All of them are of the control record's interface. */
    public static void write(OutputStream out, Form form, Control control, List<Fetched> items) {
        try (RecordWriter writer = RecordWriter.open(out, form, control, layout(control.interfaceId()))) {
            items.forEach(item -> writer.write(row(item)));
        }
    }

    /** What was put in, by the positions of its layout. */
    public static Row row(Fetched fetched) {
        Layout layout = layout(fetched.item().interfaceId());
        Row row = layout.newRow(FIRST_LINE);
        JSON.readTree(fetched.record())
                .forEachEntry((code, value) -> row.text(layout.position(code), value.asString()));
        return row;
    }

    private static Layout layout(String interfaceId) {
        return Layouts.newest(interfaceId).orElseThrow();
    }
}
