package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import kaigo.TestServer;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every interface of a municipality goes in: registered, replaced, kept back until the person is there. */
class AllInterfacesTest {

    private static final String PERSON = "0000000001";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private int files;

    @BeforeEach
    void a_document_is_there() {
        Loads.sampleDocument(insurer);
    }

    static List<String> aboutPersons() {
        return dependents().stream()
                .filter(id -> Targets.find(id).orElseThrow().isAboutAPerson())
                .toList();
    }

    static List<String> dependents() {
        return Targets.layouts().stream()
                .map(Layout::interfaceId)
                .filter(id -> !id.equals("M01"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dependents")
    void a_record_is_registered_replaced_deleted_and_its_states_are_history(String interfaceId) {
        person();
        assertThat(result(send(interfaceId, row -> row))).startsWith("3").doesNotStartWith("39");
        assertThat(count(interfaceId, "")).isEqualTo(1);
        assertThat(result(send(interfaceId, row -> updated(row, "2"))))
                .startsWith("3")
                .doesNotStartWith("39");
        assertThat(count(interfaceId, "_history")).as("unchanged content").isZero();

        assertThat(result(send(interfaceId, row -> updated(changed(row), "2"))))
                .startsWith("3")
                .doesNotStartWith("39");
        assertThat(count(interfaceId, "_history")).isEqualTo(1);
        assertThat(result(send(interfaceId, row -> updated(row, "3"))))
                .startsWith("3")
                .doesNotStartWith("39");
        assertThat(count(interfaceId, "_history")).isEqualTo(2);
        assertThat(count(interfaceId, "_shown")).isZero();
    }

    @ParameterizedTest
    @MethodSource("aboutPersons")
    void a_record_waits_for_its_person_and_goes_on_by_itself(String interfaceId) {
        Receipt first = send(interfaceId, row -> row);
        Receipt second = send(interfaceId, row -> updated(changed(row), "2"));
        assertThat(result(first)).startsWith("21").endsWith("E4001");
        assertThat(result(second)).as("behind the first").startsWith("21").endsWith("E4001");
        assertThat(Loads.fileStatus(first)).isEqualTo(21);
        assertThat(count(interfaceId, "")).isZero();

        person();
        Loads.awaitFinal(first);
        Loads.awaitFinal(second);
        assertThat(result(first)).startsWith("3").doesNotContain("E4001");
        assertThat(result(second)).startsWith("3").doesNotContain("E4001");
        assertThat(count(interfaceId, "_history")).isEqualTo(1);
        assertThat(waiting()).isZero();
    }

    @ParameterizedTest
    @MethodSource("aboutPersons")
    void a_deleted_person_hides_the_record_and_a_new_one_brings_it_back(String interfaceId) {
        person();
        send(interfaceId, row -> row);
        assertThat(count(interfaceId, "_shown")).isEqualTo(1);

        person("3");
        assertThat(count(interfaceId, "_shown")).isZero();
        assertThat(result(send(interfaceId, row -> updated(changed(row), "2")))).startsWith("21");
        person();
        assertThat(count(interfaceId, "_shown")).isEqualTo(1);
    }

    @Test
    void a_consent_that_is_repeated_each_day_is_told_once() {
        person();
        send("M08", row -> with(row, "consent", "1"));
        send("M08", row -> updated(with(with(row, "consent", "1"), "certStatus", "02"), "2"));
        assertThat(consents()).containsExactly("1");

        send("M08", row -> updated(with(with(row, "consent", "0"), "certStatus", "02"), "2"));
        send("M08", row -> updated(with(with(row, "consent", "0"), "certStatus", "03"), "2"));
        send("M08", row -> updated(with(with(row, "consent", "1"), "certStatus", "03"), "2"));
        assertThat(consents()).containsExactly("1", "0", "1");
    }

    private List<String> consents() {
        return Loads.database()
                .sql("select consent from consent.said_in_application where insurer_number = ? order by received_at")
                .param(insurer.value())
                .query(String.class)
                .list();
    }

    @Test
    void a_record_whose_person_never_comes_is_given_up_after_three_days() {
        Receipt receipt = send("M03", row -> row);
        Loads.database()
                .sql("update intake.waiting set until = until - interval '3 days' where insurer_number = ?")
                .param(insurer.value())
                .update();
        Loads.awaitFinal(receipt);
        assertThat(result(receipt)).isEqualTo("39 E4001");
        assertThat(waiting()).isZero();
    }

    @Test
    void a_status_that_changes_alone_leaves_the_sheets_where_they_are() {
        person();
        send("M08", row -> row);
        send("M08", row -> updated(with(row, "certStatus", "02"), "2"));
        assertThat(number("select count(*) from certification.basic where insurer_number = ?"))
                .isEqualTo(1);
        send("M08", row -> {
            Row sheet = row.sheet(row.layout().sheet("basic")).getFirst();
            sheet.text(sheet.layout().position("q1_3"), "3");
            return updated(row, "2");
        });
        assertThat(number("select count(*) from certification.basic where insurer_number = ?"))
                .isEqualTo(2);
        assertThat(number("""
                select b.q1_3::int from certification.application a
                join certification.basic b using (insurer_number, insured_number, history_no, sheets_revision)
                where a.insurer_number = ?""")).isEqualTo(3);
        assertThat(number("""
                select b.q1_3::int from certification.application_history a
                join certification.basic b using (insurer_number, insured_number, history_no, sheets_revision)
                where a.insurer_number = ? and a.revision = 1""")).as("as it was shown then").isEqualTo(1);
    }

    @Test
    void periods_that_overlap_are_told_also_within_one_file() {
        person();
        Receipt first = send("M02", row -> row);
        Receipt second = send("M02", row -> with(row, "historyNo", "2"));
        assertThat(result(first)).doesNotContain("W4004");
        assertThat(result(second)).contains("W4004");
        assertThat(result(send("M02", row -> with(with(row, "historyNo", "3"), "voidedOn", "20260901"))))
                .doesNotContain("W4004");
    }

    @Test
    void a_test_run_says_what_would_wait_and_keeps_nothing() {
        Receipt receipt = send("M05", ProcessingType.TEST, row -> row);
        assertThat(result(receipt)).isEqualTo("31 W4001");
        assertThat(waiting()).isZero();
    }

    private void person() {
        person("1");
    }

    private void person(String updateType) {
        Loads.load(
                insurer, new M01File(insurer, "D").createdAt(next()).add(updateType, PERSON, "123456789018", "架空　太郎"));
    }

    private Receipt send(String interfaceId, UnaryOperator<Row> made) {
        return send(interfaceId, ProcessingType.DAILY, made);
    }

    private Receipt send(String interfaceId, ProcessingType process, UnaryOperator<Row> made) {
        Layout layout = Layouts.newest(interfaceId).orElseThrow();
        Row row = made.apply(plain(layout));
        row.text(layout.position("insurerNumber"), insurer.value());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LocalDateTime created = LocalDateTime.of(2026, 11, 20, 6, 0).plusMinutes(files++);
        Control control = new Control(
                interfaceId, "2.02", insurer.value(), process, LocalDate.of(2026, 11, 20), created, 1, "TEST");
        try (RecordWriter writer = RecordWriter.open(out, Form.NDJSON, control, layout)) {
            writer.write(row);
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

    private static Row updated(Row row, String updateType) {
        return with(row, "updateType", updateType);
    }

    /** Another content under the same key. */
    private static Row changed(Row row) {
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

    private static Row with(Row row, String code, @org.jspecify.annotations.Nullable String value) {
        row.text(row.layout().position(code), value);
        return row;
    }

    private String next() {
        return "202611200%d%02d00".formatted(6 + files / 60, files++ % 60);
    }

    private static String result(Receipt receipt) {
        return Loads.result(receipt, 2);
    }

    private int count(String interfaceId, String suffix) {
        String table = Targets.find(interfaceId).orElseThrow().table();
        return number("select count(*) from " + table + suffix + " where insurer_number = ?");
    }

    private int waiting() {
        return number("select count(*) from intake.waiting where insurer_number = ?");
    }

    private int number(String sql) {
        return Loads.database()
                .sql(sql)
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}
