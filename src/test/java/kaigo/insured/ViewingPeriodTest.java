package kaigo.insured;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.access.rules.Amount;
import kaigo.access.rules.Proposals;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.layout.Row;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 閲覧有効期限: accepted claims move it on, returned ones do not, and who is long gone leaves the list. */
class ViewingPeriodTest {

    private static final ViewingPeriod PERIOD = new ViewingPeriod(Proposals.byDefault());

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);

    @BeforeEach
    void a_person_verified_in_july() {
        records.person();
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), LocalDate.of(2026, 10, 31));
        change("verified_at = timestamptz '2026-07-15 09:00+09'");
    }

    @Test
    void an_accepted_claim_moves_the_end_to_the_third_month_after_the_service() {
        records.send("K01", claim("202610", office.id.number(), "1"));
        assertThat(until()).isEqualTo("2027-01-31");
    }

    @Test
    void a_claim_of_the_office_it_works_for_counts_too() {
        records.send(
                "K01",
                row -> FullRecords.with(
                        claim("202609", "4400100014", "1").apply(row), "subcontractedOffice", office.id.number()));
        assertThat(until()).isEqualTo("2026-12-31");
    }

    @Test
    void a_returned_a_pending_and_another_offices_claim_do_not() {
        records.send("K01", claim("202610", office.id.number(), "2"));
        records.send("K01", claim("202609", office.id.number(), "3"));
        records.send("K01", claim("202608", "4400100014", "1"));
        assertThat(until()).isEqualTo("2026-10-31");
    }

    @Test
    void a_claim_that_is_sent_back_later_takes_back_what_it_gave() {
        records.send("K01", claim("202610", office.id.number(), "1"));
        records.send(
                "K01",
                row -> FullRecords.updated(
                        claim("202610", office.id.number(), "2").apply(row), "2"));
        assertThat(until()).isEqualTo("2026-10-31");
    }

    @Test
    void a_month_to_come_and_a_list_that_was_left_are_not_moved() {
        records.send("K01", claim("202612", office.id.number(), "1"));
        assertThat(until()).isEqualTo("2026-10-31");
        change("ended_at = timestamptz '2026-11-01 09:00+09'");
        records.send("K01", claim("202610", office.id.number(), "1"));
        assertThat(until()).isEqualTo("2026-10-31");
    }

    @Test
    void fourteen_days_before_the_end_it_is_told() {
        LocalDate end = LocalDate.of(2026, 11, 30);
        assertThat(PERIOD.endsSoon(end, LocalDate.of(2026, 11, 15))).isFalse();
        assertThat(PERIOD.endsSoon(end, LocalDate.of(2026, 11, 16))).isTrue();
        assertThat(PERIOD.endsSoon(end, end)).isTrue();
        assertThat(PERIOD.endsSoon(end, LocalDate.of(2026, 12, 1))).isFalse();
    }

    @Test
    void other_numbers_are_gone_by() {
        ViewingPeriod other = new ViewingPeriod(Proposals.byDefault()
                .withAmounts(Map.of(
                        Amount.VIEWING_MONTHS_AFTER_CHECK, 1,
                        Amount.DAYS_WARNED_BEFORE_END, 30,
                        Amount.MONTHS_WITHOUT_CLAIM, 1,
                        Amount.MONTHS_EXPIRED_IN_LIST, 12)));
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertThat(PERIOD.endOf(day)).isEqualTo("2026-04-30");
        assertThat(other.endOf(day)).isEqualTo("2026-02-28");
        LocalDate end = LocalDate.of(2026, 11, 30);
        assertThat(other.endsSoon(end, LocalDate.of(2026, 10, 31))).isTrue();
        assertThat(other.endsSoon(end, LocalDate.of(2026, 10, 30))).isFalse();
        assertThat(other.forgottenBefore(end)).isEqualTo("2025-11-30");
        LocalDate october = LocalDate.of(2026, 10, 1);
        assertThat(other.needsRecheck(LocalDate.of(2026, 8, 31), end, october)).isTrue();
        assertThat(other.needsRecheck(LocalDate.of(2026, 9, 1), end, october)).isFalse();
    }

    /** B: served in August; claims for September and October are missing. */
    @Test
    void without_a_claim_for_two_whole_months_it_asks_for_a_recheck_until_the_end() {
        LocalDate august = LocalDate.of(2026, 8, 1);
        LocalDate end = LocalDate.of(2026, 11, 30);
        assertThat(PERIOD.needsRecheck(august, end, LocalDate.of(2026, 10, 31))).isFalse();
        assertThat(PERIOD.needsRecheck(august, end, LocalDate.of(2026, 11, 1))).isTrue();
        assertThat(PERIOD.needsRecheck(august, end, end)).isTrue();
        assertThat(PERIOD.needsRecheck(august, end, end.plusDays(1))).isFalse();
    }

    @Test
    void who_was_let_go_or_expired_six_months_ago_leaves_the_list() {
        purge();
        assertThat(rows()).isOne();
        change("viewable_until = date '2026-05-20'");
        purge();
        assertThat(rows()).as("six months to the day").isOne();
        change("viewable_until = date '2026-05-19'");
        purge();
        assertThat(rows()).isZero();

        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), LocalDate.of(2027, 2, 28));
        change("ended_at = timestamptz '2026-11-20 09:00+09'");
        purge();
        assertThat(rows()).isZero();
    }

    private static void purge() {
        ViewingPurge.run(
                TestServer.bean(Gate.class),
                new VerificationStore(TestServer.bean(JdbcClient.class)),
                PERIOD.forgottenBefore(LocalDate.of(2026, 11, 20)));
    }

    private static UnaryOperator<Row> claim(String month, String claiming, String result) {
        return row -> {
            FullRecords.with(row, "serviceMonth", month);
            FullRecords.with(row, "claimingOffice", claiming);
            FullRecords.with(row, "subcontractedOffice", null);
            return FullRecords.with(row, "reviewResult", result);
        };
    }

    private void change(String what) {
        Loads.database()
                .sql("update insured.viewing set " + what + " where insurer_number = ?")
                .param(insurer.value())
                .update();
    }

    private String until() {
        return Loads.database()
                .sql("select viewable_until::text from insured.viewing where insurer_number = ?")
                .param(insurer.value())
                .query(String.class)
                .single();
    }

    private long rows() {
        return Loads.number(insurer, "select count(*) from insured.viewing where insurer_number = ?");
    }
}
