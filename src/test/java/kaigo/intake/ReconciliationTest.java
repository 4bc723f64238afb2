package kaigo.intake;

import static kaigo.intake.Loads.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.intake.reconcile.CompareWork;
import kaigo.intake.reconcile.Difference;
import kaigo.intake.reconcile.DifferenceKind;
import kaigo.intake.reconcile.Reconciliation;
import kaigo.intake.reconcile.Reconciliation.Count;
import kaigo.intake.reconcile.Reconciliations;
import kaigo.intake.reconcile.Reconciliations.Section;
import kaigo.intake.reconcile.StatedRun;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.ProcessingType;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;

/** 月次突合: what is stated, compared with what is registered. */
class ReconciliationTest {

    private static final String OTHER_CONTENT = "0".repeat(64);

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final InsurerViewer viewer = InsurerViewer.staff(insurer, "test", "request");
    private final Reconciliations reconciliations = TestServer.bean(Reconciliations.class);
    private int files;

    @Test
    void what_was_registered_agrees_in_every_interface() {
        Loads.sampleDocument(insurer);
        Q01File stated = new Q01File(insurer);
        List<String> interfaces = new ArrayList<>();
        for (Layout layout : Targets.layouts()) {
            if (layout.head().direction().startsWith("municipality")
                    && !layout.interfaceId().equals("M07")) {
                stated.add(register(layout));
                interfaces.add(layout.interfaceId());
            }
        }

        Reconciliation done = compare(stated);

        assertThat(done.counts())
                .isEqualTo(
                        interfaces.stream().map(id -> new Count(id, 1, 0, 0, 0)).toList());
    }

    @Test
    void the_three_classes_are_told_with_their_keys() {
        persons("0000000001", "0000000002", "0000000003");
        Row same = person("0000000001");

        Reconciliation done = compare(new Q01File(insurer)
                .add(same)
                .add("M01", "0000000002", "", "", OTHER_CONTENT)
                .add("M01", "0000000009", "", "", OTHER_CONTENT)
                .add("M03", "0000000001", "7", "2026", OTHER_CONTENT));

        assertThat(done.counts()).containsExactly(new Count("M01", 1, 1, 1, 1), new Count("M03", 0, 1, 0, 0));
        assertThat(differences(done))
                .containsExactly(
                        new Difference(1, "M01", DifferenceKind.ONLY_INSURER, "0000000009", "", ""),
                        new Difference(2, "M01", DifferenceKind.ONLY_PLATFORM, "0000000003", "", ""),
                        new Difference(3, "M01", DifferenceKind.OTHER_CONTENT, "0000000002", "", ""),
                        new Difference(4, "M03", DifferenceKind.ONLY_INSURER, "0000000001", "7", "2026"));
        assertThat(stated()).as("what was compared is not kept").isZero();
    }

    @Test
    void a_deleted_record_is_not_held_and_interfaces_that_are_not_named_are_not_compared() {
        persons("0000000001", "0000000002");
        Loads.load(insurer, daily().add("3", "0000000001", "", "架空　太郎"));

        Reconciliation done = compare(new Q01File(insurer).add("M02", "0000000001", "1", "", OTHER_CONTENT));
        assertThat(done.counts()).containsExactly(new Count("M02", 0, 1, 0, 0));

        done = compare(new Q01File(insurer).add(person("0000000001")));
        assertThat(done.counts()).containsExactly(new Count("M01", 0, 1, 1, 0));
    }

    @Test
    void files_of_one_run_are_compared_together_and_the_later_statement_counts() {
        persons("0000000001", "0000000002");
        Receipt first = send(new Q01File(insurer).add(person("0000000001")));
        send(new Q01File(insurer).createdAt("20261120120001").add("M01", "0000000002", "", "", OTHER_CONTENT));
        Receipt third = send(new Q01File(insurer).createdAt("20261120120002").add(person("0000000002")));
        Receipt otherDay = send(new Q01File(insurer)
                .targetDate("20261119")
                .createdAt("20261120120003")
                .add(person("0000000002")));
        assertThat(reconciliations.overview(viewer, 10).runs())
                .extracting(StatedRun::receipt, StatedRun::files)
                .containsExactly(tuple(otherDay, 1), tuple(first, 3));

        Reconciliation done = compare(third);

        assertThat(done.receipt()).isEqualTo(first);
        assertThat(done.files()).isEqualTo(3);
        assertThat(done.counts()).containsExactly(new Count("M01", 2, 0, 0, 0));
        assertThat(stated()).as("the other day's").isEqualTo(1);
    }

    @Test
    void asking_again_answers_the_same_and_a_later_file_begins_the_next() {
        persons("0000000001");
        Receipt first = send(new Q01File(insurer).add(person("0000000001")));
        Reconciliation once = compare(first);
        Receipt later =
                send(new Q01File(insurer).createdAt("20261120120001").add("M01", "0000000001", "", "", OTHER_CONTENT));

        assertThat(reconciliations.ask(viewer, first)).contains(once);
        assertThat(compare(later).counts()).containsExactly(new Count("M01", 0, 0, 0, 1));
        assertThat(reconciliations.overview(viewer, 10).reconciliations())
                .extracting(Reconciliation::receipt)
                .containsExactly(later, first);
    }

    @Test
    void what_came_before_the_question_is_registered_before_it_is_compared() {
        persons("0000000001");
        Receipt[] sent = new Receipt[1];
        Loads.withoutLoading(() -> {
            sent[0] = Loads.accepted(Loads.offer(
                    insurer,
                    new Q01File(insurer)
                            .add(person("0000000001"))
                            .add(person("0000000002"))
                            .bytes(),
                    null));
            Loads.send(insurer, daily().add("1", "0000000002", NUMBER, "架空　太郎"));
            reconciliations.ask(viewer, sent[0]);
            TestServer.bean(CompareWork.class).getAsBoolean();
            assertThat(reconciliations.find(viewer, sent[0]).orElseThrow().comparedAt())
                    .isNull();
        });

        assertThat(awaitCompared(sent[0]).counts()).containsExactly(new Count("M01", 2, 0, 0, 0));
    }

    @Test
    void a_record_with_an_error_is_told_and_not_compared() {
        persons("0000000001");
        Receipt receipt = send(new Q01File(insurer)
                .add(person("0000000001"))
                .add("M01", "", "", "", OTHER_CONTENT)
                .add("M99", "0000000001", "", "", OTHER_CONTENT)
                .add("M01", "0000000002", "", "", "not a hash")
                .add("M13", "0000000001", "1", "架空　太郎", OTHER_CONTENT)
                .add(person("0000000001")));

        assertThat(Loads.results(receipt)).containsExactly("39 E3010", "39 E3007", "39 E3003", "39 E3003", "39 E3011");
        Reconciliation done = compare(receipt);
        assertThat(done.refused()).isEqualTo(5);
        assertThat(done.counts()).containsExactly(new Count("M01", 1, 0, 0, 0));
    }

    @Test
    void the_files_of_another_insurer_are_not_there() {
        Receipt receipt = send(new Q01File(insurer).add(person("0000000001")));
        InsurerViewer stranger = InsurerViewer.staff(TestServer.insurerDaily(), "test", "request");

        assertThat(reconciliations.ask(stranger, receipt)).isEmpty();
        assertThat(reconciliations.find(stranger, receipt)).isEmpty();
        assertThat(reconciliations.overview(viewer, 10).runs()).hasSize(1);
    }

    @Test
    void a_file_that_is_registered_cannot_be_compared() {
        Receipt receipt = Loads.load(insurer, daily().add("1", "0000000001", NUMBER, "架空　太郎"));

        assertThat(reconciliations.ask(viewer, receipt)).isEmpty();
    }

    private Reconciliation compare(Q01File stated) {
        return compare(send(stated.createdAt("202611201300%02d".formatted(files++))));
    }

    private Reconciliation compare(Receipt receipt) {
        assertThat(reconciliations.ask(viewer, receipt)).isPresent();
        return awaitCompared(receipt);
    }

    private Reconciliation awaitCompared(Receipt receipt) {
        Await.until(
                () -> reconciliations.find(viewer, receipt).orElseThrow().comparedAt() != null, Duration.ofSeconds(30));
        return reconciliations.find(viewer, receipt).orElseThrow();
    }

    private List<Difference> differences(Reconciliation one) {
        return reconciliations
                .find(viewer, one.receipt(), new Section(null, null, 0, 100))
                .orElseThrow()
                .differences();
    }

    private Receipt send(Q01File file) {
        Receipt receipt = Loads.accepted(Loads.offer(insurer, file.bytes(), null));
        Loads.awaitFinal(receipt);
        return receipt;
    }

    private int stated() {
        return Loads.database()
                .sql("select count(*) from intake.stated where insurer_number = ?")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }

    private void persons(String... numbers) {
        M01File file = daily();
        for (String number : numbers) {
            file.add("1", number, NUMBER, "架空　太郎");
        }
        Loads.load(insurer, file);
    }

    private M01File daily() {
        return new M01File(insurer, "D").createdAt("202611200600%02d".formatted(files++));
    }

    /** The record that {@link #persons} registers, read back from a file. */
    private Row person(String number) {
        byte[] file =
                new M01File(insurer, "D").add("1", number, NUMBER, "架空　太郎").bytes();
        return RecordFile.open(new ByteArrayInputStream(file), ReadOptions.standard())
                .next();
    }

    /** A record of the interface with every item; M01's is the person of the others. */
    private Row register(Layout layout) {
        Row row = SampleRecord.full(layout, 2);
        row.text(layout.position("insurerNumber"), insurer.value());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LocalDateTime created = LocalDateTime.of(2026, 11, 20, 6, 0).plusMinutes(files++);
        Control control = new Control(
                layout.interfaceId(),
                "2.02",
                insurer.value(),
                ProcessingType.DAILY,
                LocalDate.of(2026, 11, 20),
                created,
                1,
                "TEST");
        try (RecordWriter writer = RecordWriter.open(out, Form.NDJSON, control, layout)) {
            writer.write(row);
        }
        Receipt receipt = Loads.accepted(Loads.offer(insurer, out.toByteArray(), null));
        Loads.awaitFinal(receipt);
        assertThat(Loads.result(receipt, 2)).startsWith("3").doesNotStartWith("39");
        return row;
    }
}
