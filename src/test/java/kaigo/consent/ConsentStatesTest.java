package kaigo.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 失効 in the ledger: once, of its day, and taken back when a late renewal says so. */
class ConsentStatesTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);

    @BeforeEach
    void one_person_whose_certification_ended_in_october() {
        records.person();
        records.send("M08", row -> certified(row, "1", "20260401", "20261031"));
    }

    @Test
    void a_lapse_is_written_once_of_the_day_after_the_last() {
        look();
        look();
        assertThat(lapses()).containsExactly("LAPSE 2026-11-01 RULE");
    }

    @Test
    void a_renewal_that_arrives_late_takes_it_back_and_the_next_end_is_another_lapse() {
        look();
        records.send("M08", row -> FullRecords.with(certified(row, "2", "20261020", "20261115"), "historyNo", "2"));
        look();
        assertThat(lapses())
                .containsExactly("LAPSE 2026-11-01 RULE", "CORRECT 2026-11-01 RULE", "LAPSE 2026-11-16 RULE");
        look();
        assertThat(lapses()).hasSize(3);
    }

    @Test
    void a_new_consent_leaves_the_old_lapse_where_it_is() {
        look();
        records.send("M09", row -> {
            FullRecords.with(row, "consentType", "1");
            FullRecords.with(row, "consentOn", "20261110");
            FullRecords.with(row, "validFrom", "20261110");
            FullRecords.with(row, "validTo", null);
            return FullRecords.with(row, "route", "2");
        });
        look();
        assertThat(lapses()).containsExactly("LAPSE 2026-11-01 RULE");
        assertThat(Loads.number(
                        insurer, "select count(*) from consent.facts where insurer_number = ? and act = 'GRANT'"))
                .isEqualTo(2);
    }

    @Test
    void an_insurer_is_looked_at_once_a_day() {
        LapseWork work = TestServer.bean(LapseWork.class);
        work.run();
        assertThat(lapses()).hasSizeLessThanOrEqualTo(1);
        assertThat(Loads.number(
                        insurer,
                        "select count(*) from consent.lapse_run where insurer_number = ? and day = '2026-11-20'"))
                .isOne();
    }

    private void look() {
        TestServer.bean(Gate.class)
                .job(
                        "consent-lapse",
                        UUID.randomUUID().toString(),
                        permit -> TestServer.bean(LapseWork.class).run(permit, insurer, TestServer.TODAY));
    }

    private static Row certified(Row row, String legalType, String from, String to) {
        FullRecords.with(row, "consent", "1");
        FullRecords.with(row, "consentOn", from);
        FullRecords.with(row, "appliedOn", from);
        FullRecords.with(row, "legalApplicationType", legalType);
        FullRecords.with(row, "certStatus", "07");
        FullRecords.with(row, "certifiedOn", from);
        FullRecords.with(row, "validFrom", from);
        FullRecords.with(row, "careLevel", "21");
        return FullRecords.with(row, "validTo", to);
    }

    private List<String> lapses() {
        return Loads.database()
                .sql("""
                select act || ' ' || acted_on || ' ' || channel from consent.event
                where insurer_number = ? and source like 'LAPSE/%' order by acted_on, revision""")
                .param(insurer.value())
                .query(String.class)
                .list();
    }
}
