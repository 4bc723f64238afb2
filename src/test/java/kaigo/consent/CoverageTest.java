package kaigo.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import kaigo.Await;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.access.PersonKey;
import kaigo.consent.Coverage.Period;
import kaigo.consent.LapseStore.Lapse;
import kaigo.consent.rules.ConsentState.Standing;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.layout.Row;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 同意の取得状況: counted once a day, by the rule that decides what is in force. */
class CoverageTest {

    private static final LocalDate STARTED = LocalDate.of(2026, 11, 1);

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);

    @BeforeEach
    void an_insurer_that_started_in_november() {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(STARTED, STARTED, STARTED, STARTED));
        M01File persons = new M01File(insurer, "D").createdAt("20261120010000");
        for (int i = 1; i <= 6; i++) {
            persons.add("1", number(i), "", "架空　" + i);
        }
        Loads.load(insurer, persons);
    }

    @Test
    void everybody_is_counted_by_what_holds_its_channel_and_its_period() {
        records.send(
                "M08",
                row -> certified(row, 1, "20261001", "20270930"),
                row -> certified(row, 2, "20260201", "20270131"),
                row -> certified(row, 3, "20260110", "20270131"),
                row -> certified(row, 4, "20261001", "20270930"));
        records.send(
                "M09",
                row -> said(row, 3, "1", "20261115"),
                row -> said(row, 4, "3", "20261116"),
                row -> said(row, 5, "2", "20261117"));
        count();
        Coverage counted = found();
        assertThat(counted.countedOn()).isEqualTo(TestServer.TODAY);
        assertThat(counted.certified()).isEqualTo(4);
        assertThat(counted.standings())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Standing.IN_FORCE, 2, Standing.NONE, 1, Standing.WITHDRAWN, 1, Standing.REFUSED, 1));
        assertThat(counted.inForce())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("APPLICATION", Map.of(Period.BEFORE_LINK, 1), "INSURER", Map.of(Period.LINKED, 1)));
        assertThat(counted.oldOnly())
                .as("the one whose consent of February was never asked again")
                .containsExactly(Map.entry(YearMonth.of(2027, 1), 1));
        assertThat(Browser.of(insurer).get("/consents/coverage").body())
                .contains("認定の有効期間中の方 4 人。包括同意が有効な方 2 人", "50%", "令和9年1月（2027/01）");
    }

    @Test
    void a_count_takes_the_place_of_the_one_before() {
        records.send("M08", row -> certified(row, 1, "20261001", "20270930"));
        count();
        records.send("M09", row -> said(row, 1, "3", "20261116"));
        count();
        assertThat(found().standings()).containsExactly(Map.entry(Standing.WITHDRAWN, 1));
        assertThat(found().inForce()).isEmpty();
    }

    @Test
    void of_two_servers_that_count_at_once_neither_fails() throws Exception {
        records.send("M08", row -> certified(row, 1, "20261001", "20270930"));
        FutureTask<Void> other = new FutureTask<>(this::count, null);
        Gate gate = TestServer.bean(Gate.class);
        TransactionTemplate transaction = new TransactionTemplate(TestServer.bean(PlatformTransactionManager.class));
        gate.job(
                "consent-lapse",
                UUID.randomUUID().toString(),
                permit -> transaction.executeWithoutResult(status -> {
                    TestServer.bean(LapseStore.class).takeTurn(permit, insurer);
                    TestServer.bean(CoverageStore.class)
                            .put(permit, insurer, new CoverageCount(TestServer.TODAY, STARTED).done(7));
                    Thread.ofPlatform().start(other);
                    Await.until(this::somebodyWaits, Duration.ofSeconds(60));
                }));
        other.get();
        assertThat(found().certified()).isOne();
    }

    /** For a lock that this very session holds. */
    private boolean somebodyWaits() {
        return Loads.database()
                .sql("select exists (select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }

    /** In a transaction of its own, of which the server's own job sees nothing. */
    @Test
    void an_insurer_is_counted_once_there_is_a_ledger_again_soon_after_and_then_once_a_day() {
        LapseStore store = TestServer.bean(LapseStore.class);
        InsurerNumber fresh = TestServer.insurerDaily();
        PersonKey person = new PersonKey(fresh, InsuredNumber.of(number(1)));
        TransactionTemplate transaction = new TransactionTemplate(TestServer.bean(PlatformTransactionManager.class));
        TestServer.bean(Gate.class)
                .job(
                        "consent-lapse",
                        UUID.randomUUID().toString(),
                        permit -> transaction.executeWithoutResult(status -> {
                            status.setRollbackOnly();
                            assertThat(store.listDue(permit, TestServer.TODAY)).doesNotContain(fresh);
                            store.turn(permit, List.of(new Lapse(person, STARTED, false)), Instant.EPOCH);
                            assertThat(store.listDue(permit, TestServer.TODAY)).contains(fresh);
                            store.markDone(permit, fresh, TestServer.TODAY);
                            assertThat(store.listDue(permit, TestServer.TODAY)).contains(fresh);
                            store.markDone(permit, fresh, TestServer.TODAY);
                            assertThat(store.listDue(permit, TestServer.TODAY)).doesNotContain(fresh);
                            assertThat(store.listDue(permit, TestServer.TODAY.plusDays(1)))
                                    .contains(fresh);
                        }));
    }

    @Test
    void before_the_first_count_the_page_says_so() {
        InsurerNumber fresh = TestServer.insurerDaily();
        assertThat(Browser.of(fresh).get("/consents/coverage").body()).contains("まだ集計していません");
    }

    private void count() {
        TestServer.bean(Gate.class)
                .job(
                        "consent-lapse",
                        UUID.randomUUID().toString(),
                        permit -> TestServer.bean(LapseWork.class).run(permit, insurer, TestServer.TODAY));
    }

    private Coverage found() {
        return TestServer.bean(Coverages.class)
                .find(InsurerViewer.staff(insurer, "sample", UUID.randomUUID().toString()))
                .orElseThrow();
    }

    private static String number(int person) {
        return "%010d".formatted(person);
    }

    private static Row certified(Row row, int person, String appliedOn, String validTo) {
        FullRecords.certified(row, "1");
        FullRecords.with(row, "insuredNumber", number(person));
        FullRecords.with(row, "consentOn", appliedOn);
        FullRecords.with(row, "appliedOn", appliedOn);
        FullRecords.with(row, "validFrom", appliedOn);
        return FullRecords.with(row, "validTo", validTo);
    }

    private static Row said(Row row, int person, String consentType, String on) {
        FullRecords.with(row, "insuredNumber", number(person));
        FullRecords.with(row, "consentType", consentType);
        FullRecords.with(row, "consentOn", on);
        FullRecords.with(row, "validFrom", on);
        FullRecords.with(row, "validTo", null);
        FullRecords.with(row, "historyNo", "1");
        return FullRecords.with(row, "route", "2");
    }
}
