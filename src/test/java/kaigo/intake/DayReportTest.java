package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.intake.rules.InterfaceState;
import kaigo.intake.rules.NextStep;
import kaigo.layout.ErrorId;
import kaigo.layout.ProcessingType;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;

/** What is to do on a day, and what drops out of it. */
class DayReportTest {

    private static final String WRONG = "19341399";
    private static final String MISTYPED = "9";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final OneRecord records = new OneRecord(insurer);
    private int minute;

    @Test
    void errors_of_all_files_of_the_day_are_one_cause() {
        Receipt first =
                Loads.load(insurer, file().add("1", "9000000001", "", "架空").with(9, WRONG));
        Receipt second = Loads.load(
                insurer,
                file().add("1", "9000000002", "", "架空")
                        .with(9, WRONG)
                        .add("1", "9000000003", "", "架空")
                        .with(9, WRONG)
                        .add("1", "9000000004", "", "架空")
                        .with(12, MISTYPED));

        assertThat(report().toDo(NextStep.MEND))
                .extracting(
                        cause -> cause.sample().id(),
                        DayCause::records,
                        cause -> cause.files().stream()
                                .map(one -> one.file().receipt())
                                .toList())
                .containsExactly(
                        tuple(ErrorId.E3005, 3, List.of(first, second)), tuple(ErrorId.E3007, 1, List.of(second)));
        assertThat(report().toDo()).isEqualTo(4);
        assertThat(state("M01")).isEqualTo(InterfaceState.FAILED);
    }

    @Test
    void a_corrected_file_mends_what_it_registers_and_nothing_else() {
        Loads.load(
                insurer,
                file().add("1", "9000000001", "", "架空")
                        .with(9, WRONG)
                        .add("1", "9000000002", "", "架空")
                        .with(9, WRONG));
        Loads.load(
                insurer,
                file().add("1", "9000000001", Loads.NUMBER, "架空")
                        .add("1", "9000000002", "", "架空")
                        .with(12, MISTYPED));

        DayCause cause = cause(ErrorId.E3005);
        assertThat(cause.records()).isEqualTo(2);
        assertThat(cause.mended()).isEqualTo(1);
        assertThat(report().toDo()).isEqualTo(2);

        Loads.load(insurer, file().add("1", "9000000002", Loads.OTHER_NUMBER, "架空"));
        assertThat(report().toDo()).isZero();
        assertThat(report().mended()).isEqualTo(3);
        assertThat(report().done()).hasSize(2);
        assertThat(state("M01")).isEqualTo(InterfaceState.DONE);
    }

    @Test
    void a_file_that_is_sent_again_mends_line_by_line_what_had_no_readable_key() {
        send(file().add("1", "900000000x", "", "架空").add("1", "9000000002", Loads.OTHER_NUMBER, "架空"), 2);
        send(file().add("1", "9000000004", Loads.NUMBER, "架空"), 2);
        send(file().add("1", "9000000004", "", "架空").add("1", "9000000005", "", "架空"), 3);
        Loads.load(insurer, file().add("1", "9000000006", "", "架空").add("1", "9000000007", "", "架空"));
        assertThat(report().toDo(NextStep.MEND))
                .as("another length, another 連番, no name")
                .hasSize(1);

        send(file().add("1", "9000000001", Loads.NUMBER, "架空").add("1", "9000000002", "", "架空"), 2);
        assertThat(report().toDo(NextStep.MEND)).isEmpty();
    }

    @Test
    void a_line_that_waits_for_a_mistyped_person_waits_no_longer_when_its_file_is_sent_again() {
        Loads.load(insurer, records.person());
        Receipt mistyped = sendNamed(records.file("M03", ProcessingType.DAILY, "insuredNumber", "0000000009"));
        Loads.awaitStatus(mistyped, "waiting = 1");
        Loads.awaitFinal(sendNamed(records.file("M03", ProcessingType.DAILY)));

        Loads.awaitFinal(mistyped);
        assertThat(Loads.result(mistyped, 2)).isEqualTo("39 E4001");
        assertThat(report().waiting()).isEmpty();
        assertThat(report().toDo()).isZero();
    }

    @Test
    void a_key_has_all_its_parts() {
        Loads.load(insurer, records.person());
        records.send("M03", "from1", WRONG);
        records.send("M03", "historyNo", "2");
        records.send("M03", "burdenYear", "2025");
        records.send("M04");
        assertThat(report().toDo()).isEqualTo(1);

        records.send("M03");
        assertThat(report().toDo()).isZero();
    }

    @Test
    void a_record_that_is_older_than_what_is_stored_mends_nothing() {
        Loads.load(insurer, records.person());
        records.send("M03", "sourceUpdatedAt", "20261120050000");
        records.send("M03", "updateType", "2", "from1", WRONG);
        Receipt older = records.send("M03", "updateType", "2", "ratio1", "20", "sourceUpdatedAt", "20261119050000");

        assertThat(Loads.result(older, 2)).isEqualTo("31 W2203");
        assertThat(report().toDo()).isEqualTo(1);
        records.send("M03", "updateType", "2", "ratio1", "20", "sourceUpdatedAt", "20261120060000");
        assertThat(report().toDo()).isZero();
    }

    @Test
    void a_record_that_waited_mends_what_came_before_it_and_not_what_came_after() {
        records.send("M03", "from1", WRONG);
        Receipt waiting = records.send("M03");
        records.send("M03", "from1", WRONG);
        assertThat(report().waiting()).singleElement().satisfies(one -> {
            assertThat(one.receipt()).isEqualTo(waiting);
            assertThat(report().daysLeft(one)).isEqualTo(3);
        });

        Loads.load(insurer, records.person());
        Loads.awaitFinal(waiting);
        assertThat(report().waiting()).isEmpty();
        assertThat(cause(ErrorId.E3005).records()).isEqualTo(2);
        assertThat(cause(ErrorId.E3005).toDo()).isEqualTo(1);
    }

    @Test
    void a_registered_record_without_a_key_is_to_do_until_its_link_does_not_wait_for_staff() {
        Loads.load(insurer, file().add("1", "9000000001", "", "架空").add("1", "9000000002", "", "架空"));
        assertThat(report().toDo(NextStep.CHECK_LINK).getFirst().toDo()).isEqualTo(2);
        assertThat(report().toDo(NextStep.MEND)).isEmpty();

        Loads.load(insurer, file().add("2", "9000000001", Loads.NUMBER, "架空"));
        assertThat(cause(ErrorId.E5002).toDo()).isEqualTo(1);
        Loads.database()
                .sql("update insured.link set state = 6 where insurer_number = ? and insured_number = '9000000002'")
                .param(insurer.value())
                .update();
        assertThat(report().toDo()).isZero();
    }

    @Test
    void a_test_shows_nothing_and_mends_nothing() {
        Loads.load(insurer, records.person());
        records.send("M03", "from1", WRONG);
        records.send("M03", ProcessingType.TEST);
        records.send("M05", ProcessingType.TEST, "historyNo", "x");

        assertThat(report().files()).extracting(ReceivedFile::interfaceId).containsExactly("M03", "M01");
        assertThat(report().toDo()).isEqualTo(1);
    }

    @Test
    void what_came_on_one_of_the_last_five_working_days_is_expected_again() {
        Loads.load(insurer, records.person());
        assertThat(report().interfaces()).extracting(InterfaceDay::interfaceId).containsExactly("M01");
        records.send("M03");
        moveTo("M03", "20261113");
        records.send("M05");
        moveTo("M05", "20261112");
        records.send("M06", ProcessingType.RESEND);
        moveTo("M06", "20261119");

        assertThat(state("M03")).isEqualTo(InterfaceState.NOT_YET);
        assertThat(report().interfaces()).extracting(InterfaceDay::interfaceId).containsExactly("M01", "M03");
        assertThat(report(TestServer.TODAY.minusDays(5)).interfaces())
                .as("nothing is expected on a Sunday")
                .isEmpty();
    }

    @Test
    void what_is_left_of_the_days_before_is_told_by_day() {
        Loads.load(insurer, records.person());
        records.send("M03", "from1", WRONG);
        moveTo("M03", "20261118");
        records.send("M05", "historyNo", "x");

        assertThat(report().earlier()).containsExactly(new DayReport.EarlierDay(LocalDate.of(2026, 11, 18), 1));
        assertThat(report(LocalDate.of(2026, 11, 18)).toDo()).isEqualTo(1);
        records.send("M03");
        assertThat(report().earlier()).isEmpty();
        assertThat(report(LocalDate.of(2026, 11, 18)).toDo()).isZero();
    }

    @Test
    void the_states_follow_the_file() {
        Loads.withoutLoading(() -> {
            Loads.accepted(Loads.offer(insurer, records.file("M03", ProcessingType.DAILY), null));
            assertThat(state("M03")).isEqualTo(InterfaceState.RECEIVED);
        });
        records.send("M05");
        assertThat(state("M05")).isEqualTo(InterfaceState.WAITING);
        Loads.load(insurer, records.person());
        assertThat(state("M01")).isEqualTo(InterfaceState.DONE);
    }

    @Test
    void a_page_that_asks_again_is_told_when_nothing_is_new() {
        Loads.load(insurer, records.person());
        String mark = DayReport.mark(report().files());
        assertThat(TestServer.bean(DayReports.class).find(viewer(), TestServer.TODAY, TestServer.TODAY, mark))
                .isEmpty();
        records.send("M03");
        assertThat(TestServer.bean(DayReports.class).find(viewer(), TestServer.TODAY, TestServer.TODAY, mark))
                .isPresent();
    }

    private void send(M01File file, int sequence) {
        Loads.awaitFinal(Loads.send(insurer, file, sequence));
    }

    private Receipt sendNamed(byte[] m03) {
        Matcher created = Pattern.compile("\"createdAt\":\"(\\d+)\"").matcher(new String(m03, StandardCharsets.UTF_8));
        assertThat(created.find()).isTrue();
        return Loads.accepted(
                Loads.offer(insurer, m03, "M03_%s_D_%s_001.json".formatted(insurer.value(), created.group(1))));
    }

    private void moveTo(String interfaceId, String day) {
        Stream.of("result", "unmended", "file")
                .forEach(table -> Loads.database()
                        .sql(
                                "update intake." + table
                                        + " set receipt = ? + receipt % 1000000 where insurer_number = ?"
                                        + " and receipt in (select receipt from intake.file where insurer_number = ? and interface = ?)")
                        .params(
                                Receipt.first(LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)),
                                insurer.value(),
                                insurer.value(),
                                interfaceId)
                        .update());
    }

    private DayReport report() {
        return report(TestServer.TODAY);
    }

    private DayReport report(LocalDate day) {
        return TestServer.bean(DayReports.class)
                .find(viewer(), day, TestServer.TODAY, null)
                .orElseThrow();
    }

    private DayCause cause(ErrorId id) {
        return report().causes().stream()
                .filter(cause -> cause.sample().id() == id)
                .findFirst()
                .orElseThrow();
    }

    private InterfaceState state(String interfaceId) {
        return report().interfaces().stream()
                .filter(one -> one.interfaceId().equals(interfaceId))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private InsurerViewer viewer() {
        return InsurerViewer.staff(insurer, "test", "request");
    }

    private M01File file() {
        return new M01File(insurer, "D").createdAt("2026112007%02d00".formatted(minute++));
    }
}
