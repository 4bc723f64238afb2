package kaigo.intake;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MyNumber;
import org.jspecify.annotations.Nullable;

/** Sends records of any interface with all their items and sheets, about one person. */
public final class FullRecords {

    public static final String PERSON = "0000000001";

    private final InsurerNumber insurer;
    private int files;

    public FullRecords(InsurerNumber insurer) {
        this.insurer = insurer;
        Loads.sampleDocument(insurer);
    }

    /** Every interface whose records come after M01. */
    public static List<String> dependents() {
        return Targets.layouts().stream()
                .map(Layout::interfaceId)
                .filter(id -> !id.equals("M01"))
                .toList();
    }

    public void person() {
        person("1");
    }

    public void person(String updateType) {
        Loads.load(insurer, new M01File(insurer, "D").createdAt(next()).add(updateType, PERSON, myNumber(), "架空　太郎"));
    }

    /** Another one for each insurer: two persons with one number would be one person with two files. */
    public String myNumber() {
        String eleven = "100" + insurer.value() + "01";
        return eleven + MyNumber.checkDigit(eleven);
    }

    @SafeVarargs
    public final Receipt send(String interfaceId, UnaryOperator<Row>... made) {
        return send(interfaceId, ProcessingType.DAILY, made);
    }

    /** One file with as many records as are made. */
    @SafeVarargs
    final Receipt send(String interfaceId, ProcessingType process, UnaryOperator<Row>... made) {
        Layout layout = Layouts.newest(interfaceId).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LocalDateTime created = LocalDateTime.of(2026, 11, 20, 6, 0).plusMinutes(files++);
        Control control = new Control(
                interfaceId,
                "2.02",
                insurer.value(),
                process,
                LocalDate.of(2026, 11, 20),
                created,
                made.length,
                "TEST");
        try (RecordWriter writer = RecordWriter.open(out, Form.NDJSON, control, layout)) {
            for (UnaryOperator<Row> one : made) {
                writer.write(with(one.apply(plain(layout)), "insurerNumber", insurer.value()));
            }
        }
        Receipt receipt = Loads.accepted(Loads.offer(insurer, out.toByteArray(), null));
        Loads.awaitStatus(receipt, "status not in (10, 20, 25)");
        return receipt;
    }

    /** A certified history has a period, a card none that is voided. */
    private static Row plain(Layout layout) {
        Row row = SampleRecord.full(layout, 2);
        return layout.position("voidedOn") < 0 ? row : with(row, "voidedOn", null);
    }

    public static Row updated(Row row, String updateType) {
        return with(row, "updateType", updateType);
    }

    /** Another content under the same key. */
    public static Row changed(Row row) {
        Layout layout = row.layout();
        layout.ownItems().stream()
                .filter(item -> item.inContent() && !layout.key().contains(item))
                .filter(item -> !List.of("insurerNumber", "historyNo").contains(item.code()))
                .filter(item -> item.codes() != null && item.codes().labels().size() > 1)
                .findFirst()
                .ifPresentOrElse(
                        item -> row.text(
                                item.position(),
                                item.codes().labels().keySet().stream()
                                        .skip(1)
                                        .findFirst()
                                        .orElseThrow()),
                        () -> with(row, layout.position("dueOn") < 0 ? "madeOn" : "dueOn", "20270101"));
        return row;
    }

    /** An M08 certified on 2026-10-30, level 1, on a form of 2026-10-01 with this 同意の有無. */
    public static Row certified(Row row, String consent) {
        Map<String, String> values = Map.of(
                "consent", consent,
                "consentOn", "20261001",
                "appliedOn", "20261001",
                "certStatus", "07",
                "certifiedOn", "20261030",
                "validFrom", "20261001",
                "validTo", "20270930",
                "careLevel", "21");
        values.forEach((code, value) -> with(row, code, value));
        return row;
    }

    /** An M13: asked for an opinion about an application of that day. */
    public static Row asked(Row row, String filedOn, InstitutionId issuer) {
        with(row, "filedOn", filedOn);
        with(row, "requestedOn", filedOn);
        with(row, "dueOn", null);
        with(row, "cancelledOn", null);
        with(row, "issuerKind", String.valueOf(issuer.kind().code()));
        return with(row, "issuerNumber", issuer.number());
    }

    /** An M09: 撤回 on 2026-11-19, said to the insurer. */
    public static Row withdrawn(Row row) {
        with(row, "consentType", "3");
        with(row, "route", "2");
        return with(row, "consentOn", "20261119");
    }

    public static Row with(Row row, String code, @Nullable String value) {
        row.text(row.layout().position(code), value);
        return row;
    }

    private String next() {
        return "202611200%d%02d00".formatted(6 + files / 60, files++ % 60);
    }
}
