package kaigo.intake;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/** A file of one record of any interface, about the person of {@link SampleRecord}; each is made a minute after the last. */
public final class OneRecord {

    /** 被保険者番号 of the sample record. */
    public static final String PERSON = "0000000001";

    private final InsurerNumber insurer;
    private LocalDateTime created = LocalDateTime.of(2026, 11, 20, 6, 0);

    public OneRecord(InsurerNumber insurer) {
        this.insurer = insurer;
    }

    /** The person's M01. */
    public M01File person() {
        created = created.plusMinutes(1);
        return new M01File(insurer, "D")
                .createdAt(created.toString().replaceAll("[-T:]", "") + "00")
                .add("1", PERSON, Loads.NUMBER, "架空　太郎");
    }

    /** @param items code and value in turns; a value may be null */
    public byte[] file(String interfaceId, ProcessingType process, @Nullable String... items) {
        created = created.plusMinutes(1);
        Layout layout = Layouts.newest(interfaceId).orElseThrow();
        Row row = SampleRecord.least(layout, 2);
        row.text(layout.position("insurerNumber"), insurer.value());
        for (int i = 0; i < items.length; i += 2) {
            row.text(layout.position(java.util.Objects.requireNonNull(items[i])), items[i + 1]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Control control = new Control(
                interfaceId, "2.02", insurer.value(), process, LocalDate.of(2026, 11, 20), created, 1, "TEST");
        try (RecordWriter writer = RecordWriter.open(out, Form.NDJSON, control, layout)) {
            writer.write(row);
        }
        return out.toByteArray();
    }

    /** Sends a daily file and waits until its record has its first result. */
    public Receipt send(String interfaceId, @Nullable String... items) {
        return send(interfaceId, ProcessingType.DAILY, items);
    }

    Receipt send(String interfaceId, ProcessingType process, @Nullable String... items) {
        Receipt receipt = Loads.accepted(Loads.offer(insurer, file(interfaceId, process, items), null));
        Loads.awaitStatus(receipt, "status not in (10, 20, 25)");
        return receipt;
    }
}
