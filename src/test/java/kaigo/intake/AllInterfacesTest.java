package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kaigo.TestServer;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every interface of a municipality goes in: registered, replaced, kept back until the person is there. */
class AllInterfacesTest {

    private static final String PERSON = "0000000001";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);

    static List<String> aboutPersons() {
        return dependents().stream()
                .filter(id -> Targets.find(id).orElseThrow().isAboutAPerson())
                .toList();
    }

    static List<String> dependents() {
        return FullRecords.dependents();
    }

    @ParameterizedTest
    @MethodSource("dependents")
    void a_record_is_registered_replaced_deleted_and_its_states_are_history(String interfaceId) {
        records.person();
        assertThat(result(records.send(interfaceId, row -> row)))
                .startsWith("3")
                .doesNotStartWith("39");
        assertThat(count(interfaceId, "")).isEqualTo(1);
        assertThat(result(records.send(interfaceId, row -> FullRecords.updated(row, "2"))))
                .startsWith("3")
                .doesNotStartWith("39");
        assertThat(count(interfaceId, "_history")).as("unchanged content").isZero();

        assertThat(result(records.send(interfaceId, row -> FullRecords.updated(FullRecords.changed(row), "2"))))
                .startsWith("3")
                .doesNotStartWith("39");
        assertThat(count(interfaceId, "_history")).isEqualTo(1);
        assertThat(result(records.send(interfaceId, row -> FullRecords.updated(row, "3"))))
                .startsWith("3")
                .doesNotStartWith("39");
        assertThat(count(interfaceId, "_history")).isEqualTo(2);
        assertThat(count(interfaceId, "_shown")).isZero();
    }

    @ParameterizedTest
    @MethodSource("aboutPersons")
    void a_record_waits_for_its_person_and_goes_on_by_itself(String interfaceId) {
        Receipt first = records.send(interfaceId, row -> row);
        Receipt second = records.send(interfaceId, row -> FullRecords.updated(FullRecords.changed(row), "2"));
        assertThat(result(first)).startsWith("21").endsWith("E4001");
        assertThat(result(second)).as("behind the first").startsWith("21").endsWith("E4001");
        assertThat(Loads.fileStatus(first)).isEqualTo(21);
        assertThat(count(interfaceId, "")).isZero();

        records.person();
        Loads.awaitFinal(first);
        Loads.awaitFinal(second);
        assertThat(result(first)).startsWith("3").doesNotContain("E4001");
        assertThat(result(second)).startsWith("3").doesNotContain("E4001");
        assertThat(count(interfaceId, "_history")).isEqualTo(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_record_that_comes_behind_one_that_may_go_on_already_goes_on_too() {
        Receipt first = records.send("M02", row -> row);
        Receipt[] second = new Receipt[1];
        Loads.withoutWaiting(() -> {
            records.person();
            second[0] = records.send("M02", row -> FullRecords.updated(FullRecords.changed(row), "2"));
            assertThat(result(second[0])).as("behind the first").startsWith("21");
        });
        Loads.awaitFinal(first);
        Loads.awaitFinal(second[0]);
        assertThat(result(second[0])).startsWith("3").doesNotContain("E4001");
        assertThat(count("M02", "_history")).isEqualTo(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void what_was_found_in_a_record_is_not_forgotten_while_it_waits() {
        Receipt receipt = records.send("M02", row -> FullRecords.with(row, "insurerName", "𠮷野市"));
        assertThat(result(receipt)).startsWith("21");
        records.person();
        Loads.awaitFinal(receipt);
        assertThat(result(receipt)).startsWith("31 ").contains("W3004");
    }

    @ParameterizedTest
    @MethodSource("aboutPersons")
    void a_deleted_person_hides_the_record_and_a_new_one_brings_it_back(String interfaceId) {
        records.person();
        records.send(interfaceId, row -> row);
        assertThat(count(interfaceId, "_shown")).isEqualTo(1);

        records.person("3");
        assertThat(count(interfaceId, "_shown")).isZero();
        assertThat(result(records.send(interfaceId, row -> FullRecords.updated(FullRecords.changed(row), "2"))))
                .startsWith("21");
        records.person();
        assertThat(count(interfaceId, "_shown")).isEqualTo(1);
    }

    @Test
    void a_consent_that_is_repeated_each_day_is_told_once() {
        records.person();
        records.send("M08", row -> FullRecords.with(row, "consent", "1"));
        records.send(
                "M08",
                row -> FullRecords.updated(
                        FullRecords.with(FullRecords.with(row, "consent", "1"), "certStatus", "02"), "2"));
        assertThat(consents()).containsExactly("GRANT");

        records.send(
                "M08",
                row -> FullRecords.updated(
                        FullRecords.with(FullRecords.with(row, "consent", "0"), "certStatus", "02"), "2"));
        records.send(
                "M08",
                row -> FullRecords.updated(
                        FullRecords.with(FullRecords.with(row, "consent", "0"), "certStatus", "03"), "2"));
        records.send(
                "M08",
                row -> FullRecords.updated(
                        FullRecords.with(FullRecords.with(row, "consent", "1"), "certStatus", "03"), "2"));
        assertThat(consents()).containsExactly("GRANT", "CORRECT", "REFUSE", "CORRECT", "GRANT");
    }

    private List<String> consents() {
        return Loads.database()
                .sql("select act from consent.event where insurer_number = ? order by revision")
                .param(insurer.value())
                .query(String.class)
                .list();
    }

    @Test
    void a_record_whose_person_never_comes_is_given_up_after_three_days() {
        Receipt receipt = records.send("M03", row -> row);
        Loads.database()
                .sql("update intake.waiting set until = until - interval '3 days' where insurer_number = ?")
                .param(insurer.value())
                .update();
        Loads.awaitFinal(receipt);
        assertThat(result(receipt)).startsWith("39 ").endsWith("E4001");
        assertThat(waiting()).isZero();
    }

    @Test
    void a_status_that_changes_alone_leaves_the_sheets_where_they_are() {
        records.person();
        records.send("M08", row -> row);
        records.send("M08", row -> FullRecords.updated(FullRecords.with(row, "certStatus", "02"), "2"));
        assertThat(Loads.number(insurer, "select count(*) from certification.basic where insurer_number = ?"))
                .isEqualTo(1);
        records.send("M08", row -> {
            Row sheet = row.sheet(row.layout().sheet("basic")).getFirst();
            sheet.text(sheet.layout().position("q1_3"), "3");
            return FullRecords.updated(row, "2");
        });
        assertThat(Loads.number(insurer, "select count(*) from certification.basic where insurer_number = ?"))
                .isEqualTo(2);
        assertThat(Loads.number(insurer, """
                select b.q1_3::int from certification.application a
                join certification.basic b using (insurer_number, insured_number, history_no, sheets_revision)
                where a.insurer_number = ?""")).isEqualTo(3);
        assertThat(Loads.number(insurer, """
                select b.q1_3::int from certification.application_history a
                join certification.basic b using (insurer_number, insured_number, history_no, sheets_revision)
                where a.insurer_number = ? and a.revision = 1""")).as("as it was shown then").isEqualTo(1);
    }

    @Test
    void periods_that_overlap_are_told_also_within_one_file() {
        records.person();
        Receipt first = records.send("M02", row -> row);
        Receipt second = records.send("M02", row -> FullRecords.with(row, "historyNo", "2"));
        assertThat(result(first)).doesNotContain("W4004");
        assertThat(result(second)).contains("W4004");
        assertThat(result(records.send(
                        "M02",
                        row -> FullRecords.with(FullRecords.with(row, "historyNo", "3"), "voidedOn", "20260901"))))
                .doesNotContain("W4004");
    }

    @Test
    void a_record_that_is_deleted_with_the_same_file_overlaps_nothing() {
        records.person();
        records.send("M02", row -> row);
        Receipt renumbered = records.send(
                "M02", row -> FullRecords.with(row, "historyNo", "2"), row -> FullRecords.updated(row, "3"));
        assertThat(Loads.results(renumbered)).as("新規 and, behind it, 削除").noneMatch(line -> line.contains("W4004"));
        assertThat(count("M02", "_shown")).isEqualTo(1);
    }

    @Test
    void a_test_run_says_what_would_wait_and_keeps_nothing() {
        Receipt receipt = records.send("M05", ProcessingType.TEST, row -> row);
        assertThat(result(receipt)).isEqualTo("31 W4001");
        assertThat(waiting()).isZero();
    }

    private static String result(Receipt receipt) {
        return Loads.result(receipt, 2);
    }

    private int count(String interfaceId, String suffix) {
        String table = Targets.find(interfaceId).orElseThrow().table();
        return Loads.number(insurer, "select count(*) from " + table + suffix + " where insurer_number = ?");
    }

    private int waiting() {
        return Loads.number(insurer, "select count(*) from intake.waiting where insurer_number = ?");
    }
}
