package kaigo.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.Receipt;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** What the municipality's files leave in the ledger: once for each change, nothing is ever taken out. */
class ConsentLedgerTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);

    @Test
    void a_consent_of_its_own_file_stands_with_its_day_and_its_way() {
        records.person();
        records.send("M09", row -> consent(row, "1", "20260601", "2"));
        records.send("M09", row -> FullRecords.updated(consent(row, "1", "20260601", "2"), "2"));
        assertThat(ledger()).containsExactly("GRANT 2026-06-01 INSURER");
        assertThat(Loads.number(
                        insurer,
                        "select count(*) from consent.event where insurer_number = ? and recorded_by like '%-%-%'"))
                .isOne();
    }

    @Test
    void a_corrected_record_is_corrected_and_a_deleted_one_stands_no_more() {
        records.person();
        records.send("M09", row -> consent(row, "1", "20260601", "2"));
        records.send("M09", row -> FullRecords.updated(consent(row, "3", "20260610", "2"), "2"));
        assertThat(ledger())
                .containsExactly(
                        "GRANT 2026-06-01 INSURER", "CORRECT 2026-06-01 INSURER", "WITHDRAW 2026-06-10 INSURER");
        records.send("M09", row -> FullRecords.updated(consent(row, "3", "20260610", "2"), "3"));
        assertThat(ledger()).hasSize(4).last().isEqualTo("CORRECT 2026-06-10 INSURER");
        assertThat(Loads.number(insurer, "select count(*) from consent.facts where insurer_number = ?"))
                .isZero();

        records.send("M09", row -> consent(row, "1", "20260701", "2"));
        assertThat(ledger()).hasSize(5).last().isEqualTo("GRANT 2026-07-01 INSURER");
    }

    @Test
    void what_came_while_the_person_was_not_there_counts_when_it_goes_on() {
        Receipt waiting = records.send("M09", row -> consent(row, "1", "20260601", "2"));
        assertThat(ledger()).isEmpty();
        records.person();
        Loads.awaitFinal(waiting);
        assertThat(ledger()).containsExactly("GRANT 2026-06-01 INSURER");
    }

    @Test
    void an_application_whose_form_came_before_the_law_is_known_by_its_day() {
        records.person();
        records.send(
                "M08",
                row -> FullRecords.with(
                        FullRecords.with(FullRecords.with(row, "consent", "1"), "consentOn", "20260402"),
                        "appliedOn",
                        "20260331"));
        assertThat(Loads.number(insurer, """
                select count(*) from consent.facts
                where insurer_number = ? and by_form and filed_on = date '2026-03-31' and acted_on = date '2026-04-02'""")).isOne();
    }

    private static Row consent(Row row, String type, String day, String route) {
        UnaryOperator<Row> open = one -> FullRecords.with(FullRecords.with(one, "validTo", null), "validFrom", day);
        return open.apply(FullRecords.with(
                FullRecords.with(FullRecords.with(row, "consentType", type), "consentOn", day), "route", route));
    }

    private List<String> ledger() {
        return Loads.database()
                .sql("""
                        select act || ' ' || acted_on || ' ' || channel from consent.event
                        where insurer_number = ? order by source, revision""")
                .param(insurer.value())
                .query(String.class)
                .list();
    }
}
