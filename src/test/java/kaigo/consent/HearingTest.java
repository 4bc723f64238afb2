package kaigo.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.ConsentAnswer;
import kaigo.access.PersonKey;
import kaigo.api.Systems;
import kaigo.consent.Hearing.Relation;
import kaigo.consent.rules.ConsentAct;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.layout.CheckOptions;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.RecordChecker;
import kaigo.layout.Row;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a care manager hears is in the ledger and in the municipality's outbox, or in neither. */
class HearingTest {

    private static final InsuredNumber PERSON = InsuredNumber.of(FullRecords.PERSON);
    private static final LocalDate TODAY = TestServer.TODAY;

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final PersonKey person = new PersonKey(insurer, PERSON);
    private final Hearings hearings = TestServer.bean(Hearings.class);
    private final Systems municipality = Systems.of(insurer);

    @BeforeEach
    void a_started_insurer_with_one_person_whom_the_office_knows() {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TODAY, TODAY, TODAY, TODAY));
        records.person();
        Loads.forgetResults(insurer);
        office.verified(insurer, PERSON, LocalDate.of(2027, 2, 28));
    }

    @Test
    void a_consent_and_its_withdrawal_wait_for_the_municipality_in_their_order() throws IOException {
        assertThat(hear(ConsentAct.GRANT)).isEqualTo(ConsentAnswer.RECORDED);
        assertThat(hearings.hear(
                        office.viewer(), person, new Hearing(ConsentAct.WITHDRAW, TODAY.minusDays(1), Relation.CHILD)))
                .isEqualTo(ConsentAnswer.RECORDED);

        JsonNode items = json(municipality.get(path("?ifId=P05"))).get("items");
        assertThat(items.valueStream()
                        .map(item -> item.get("id").asInt() + " "
                                + item.get("insuredNumber").asString() + " "
                                + item.get("state").asString()))
                .containsExactly("1 " + PERSON.value() + " WAITING", "2 " + PERSON.value() + " WAITING");
        assertThat(json(municipality.get(path("?since=1"))).get("items")).hasSize(1);
        assertThat(json(municipality.get(path("?ifId=P02"))).get("items")).isEmpty();

        JsonNode grant = json(municipality.get(path("/1"))).get("record");
        assertThat(grant.get("consentType").asString()
                        + grant.get("route").asString()
                        + grant.get("consentOn").asString()
                        + grant.get("officeNumber").asString()
                        + grant.get("staffId").asString())
                .isEqualTo("13" + "20261120" + office.id.number() + "44000001");
        JsonNode withdrawal = json(municipality.get(path("/2"))).get("record");
        assertThat(withdrawal.get("consentType").asString()).isEqualTo("3");
        assertThat(withdrawal.get("consentOn").asString()).isEqualTo("20261119");
        for (JsonNode record : List.of(grant, withdrawal)) {
            assertThat(findings(record)).isEmpty();
        }
        assertThat(ledger())
                .containsExactly(
                        "HEARD/1 GRANT 2026-11-20 OFFICE 2026-04 SELF null",
                        "HEARD/2 WITHDRAW 2026-11-19 OFFICE 2026-04 PROXY CHILD");
    }

    @Test
    void what_was_fetched_is_told_so_and_comes_again_byte_for_byte() throws IOException {
        hear(ConsentAct.REFUSE);
        String first = municipality.get(path("/1")).body();
        assertThat(municipality.get(path("/1")).body()).isEqualTo(first);
        assertThat(json(municipality.get(path(""))).at("/items/0/state").asString())
                .isEqualTo("FETCHED");
        assertThat(municipality.get(path("/2")).statusCode()).isEqualTo(404);
        assertThat(Systems.of(TestServer.insurerDaily()).get(path("/1")).statusCode())
                .as("another insurer's")
                .isEqualTo(404);
    }

    @Test
    void if_the_outbox_cannot_take_it_the_ledger_has_not_heard_it() {
        Loads.database().sql("""
                insert into outbox.item (insurer_number, number, interface_id, insured_number, record, put_at)
                values (?, 1, 'P05', ?, '{}', timestamptz '2026-11-20 09:00+09')""").params(insurer.value(), PERSON.value()).update();
        assertThatThrownBy(() -> hear(ConsentAct.GRANT)).isInstanceOf(DuplicateKeyException.class);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void many_at_once_are_numbered_without_a_gap_and_none_is_lost() throws Exception {
        List<Callable<ConsentAnswer>> acts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Hearing heard = new Hearing(ConsentAct.GRANT, TODAY.minusDays(i), null);
            acts.add(() -> hearings.hear(office.viewer(), person, heard));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (var answer : pool.invokeAll(acts)) {
                assertThat(answer.get()).isEqualTo(ConsentAnswer.RECORDED);
            }
        }
        List<String> numbers = Loads.database()
                .sql("select number || ' ' || (record::json ->> 'historyNo') from outbox.item"
                        + " where insurer_number = ? order by number")
                .param(insurer.value())
                .query(String.class)
                .list();
        assertThat(numbers)
                .isEqualTo(
                        IntStream.rangeClosed(1, 20).mapToObj(i -> i + " " + i).toList());
    }

    @Test
    void the_same_that_is_heard_again_is_neither_written_nor_sent_twice() {
        Hearing said = new Hearing(ConsentAct.GRANT, TODAY, Relation.CHILD);
        for (Hearing heard : List.of(said, said, new Hearing(ConsentAct.GRANT, TODAY, null), said)) {
            assertThat(hearings.hear(office.viewer(), person, heard)).isEqualTo(ConsentAnswer.RECORDED);
        }
        assertThat(ledger())
                .containsExactly(
                        "HEARD/1 GRANT 2026-11-20 OFFICE 2026-04 PROXY CHILD",
                        "HEARD/2 GRANT 2026-11-20 OFFICE 2026-04 SELF null",
                        "HEARD/3 GRANT 2026-11-20 OFFICE 2026-04 PROXY CHILD");
        assertThat(Loads.number(insurer, "select count(*) from outbox.item where insurer_number = ?"))
                .isEqualTo(3);
    }

    @Test
    void who_may_not_is_told_why_and_nothing_is_written() {
        assertThat(hearAs(SampleOffice.second(insurer))).isEqualTo(ConsentAnswer.NOT_VERIFIED);
        assertThat(after("update insured.viewing set viewable_until = date '2026-11-19' where insurer_number = ?"))
                .isEqualTo(ConsentAnswer.VIEWING_EXPIRED);
        assertThat(after("update insured.viewing set viewable_until = date '2026-11-20' where insurer_number = ?"))
                .as("the last day counts")
                .isEqualTo(ConsentAnswer.RECORDED);
        assertThat(after("update insured.person set lost_on = date '2026-11-20' where insurer_number = ?"))
                .isEqualTo(ConsentAnswer.NO_LONGER_INSURED);
        assertThat(after("update participants.institution_service set service_code = '11' where number = '"
                        + office.id.number() + "' and ? is not null"))
                .isEqualTo(ConsentAnswer.SERVICE_NOT_ALLOWED);
        assertThat(after("update participants.institution_service set service_code = '73' where number = '"
                        + office.id.number() + "' and ? is not null"))
                .as("小規模多機能 may, but the person is gone")
                .isEqualTo(ConsentAnswer.NO_LONGER_INSURED);
        assertThat(after("update identity.institution_account set jobs = '{OTHER}' where number = '"
                        + office.id.number() + "' and ? is not null"))
                .isEqualTo(ConsentAnswer.JOB_NOT_ALLOWED);
        assertThat(after("update participants.insurer set started_on = date '2026-11-21' where insurer_number = ?"))
                .isEqualTo(ConsentAnswer.MUNICIPALITY_NOT_STARTED);
        assertThat(after("update identity.institution_account set active = false where number = '" + office.id.number()
                        + "' and ? is not null"))
                .isEqualTo(ConsentAnswer.NOT_IN_ORDER);
        assertThat(ledger()).as("only the one that was allowed").hasSize(1);
    }

    @Test
    void a_number_that_nobody_has_looks_like_one_that_is_not_verified() {
        PersonKey nobody = new PersonKey(insurer, InsuredNumber.of("0000000999"));
        assertThat(hearings.hear(office.viewer(), nobody, new Hearing(ConsentAct.GRANT, TODAY, null)))
                .isEqualTo(ConsentAnswer.NOT_VERIFIED);
    }

    @Test
    void a_note_that_it_could_not_be_had_stays_with_the_office() throws IOException {
        assertThat(hearings.note(office.viewer(), person, "ご本人が答えられず、ご家族も不在")).isEqualTo(ConsentAnswer.RECORDED);
        assertThat(ledger()).isEmpty();
        assertThat(json(municipality.get(path(""))).get("items")).isEmpty();
        assertThat(Loads.number(insurer, "select count(*) from consent.unconfirmed where insurer_number = ?"))
                .isOne();
        assertThatThrownBy(() -> hearings.note(office.viewer(), person, " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_day_to_come_or_before_the_beginning_is_not_taken() {
        for (LocalDate day : List.of(TODAY.plusDays(1), LocalDate.of(2026, 3, 31))) {
            assertThatThrownBy(() -> hearings.hear(office.viewer(), person, new Hearing(ConsentAct.GRANT, day, null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ledger()).isEmpty();
    }

    @Test
    void what_the_municipality_sends_back_of_it_is_an_echo() {
        hear(ConsentAct.GRANT);
        records.send("M09", row -> {
            FullRecords.with(row, "consentType", "1");
            FullRecords.with(row, "consentOn", "20261120");
            FullRecords.with(row, "validFrom", "20261120");
            FullRecords.with(row, "validTo", null);
            FullRecords.with(row, "officeNumber", office.id.number());
            return FullRecords.with(row, "route", "3");
        });
        assertThat(Loads.number(insurer, "select count(*) from consent.received where insurer_number = ?"))
                .isOne();
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void the_sentence_to_read_names_the_municipality() {
        assertThat(ConsentText.on(TODAY).orElseThrow().of("架空市"))
                .startsWith("介護サービス計画の作成等")
                .contains("架空市から地域包括支援センター")
                .doesNotContain("〇〇");
        assertThat(ConsentText.on(LocalDate.of(2026, 3, 31))).isEmpty();
    }

    private ConsentAnswer hear(ConsentAct act) {
        return hearings.hear(office.viewer(), person, new Hearing(act, TODAY, null));
    }

    private ConsentAnswer hearAs(SampleOffice other) {
        return hearings.hear(other.viewer(), person, new Hearing(ConsentAct.GRANT, TODAY, null));
    }

    /** @param change of one thing more; its one parameter is the insurer's number */
    private ConsentAnswer after(String change) {
        assertThat(Loads.database().sql(change).param(insurer.value()).update()).isPositive();
        return hear(ConsentAct.GRANT);
    }

    private static List<?> findings(JsonNode record) {
        Layout layout = Layouts.newest("P05").orElseThrow();
        Row row = layout.newRow(2);
        record.forEachEntry((code, value) -> row.text(layout.position(code), value.asString()));
        new RecordChecker(layout, CheckOptions.standard()).check(row);
        return row.findings().list();
    }

    private List<String> ledger() {
        return Loads.database()
                .sql("""
                select concat_ws(' ', source, act, acted_on, channel, form_version, spoken_by, coalesce(relation, 'null'))
                from consent.event where insurer_number = ? order by recorded_at, source""")
                .param(insurer.value())
                .query(String.class)
                .list();
    }

    private String path(String rest) {
        return "/v1/insurers/" + insurer.value() + "/outbox" + rest;
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonMapper().readTree(response.body());
    }
}
