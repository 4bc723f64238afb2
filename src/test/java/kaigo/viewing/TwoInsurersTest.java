package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.ng;
import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MyNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person with files at two insurers (rulings 25, 26): each file is judged by the insurer that holds it. */
class TwoInsurersTest {

    private static final String HERE = FullRecords.PERSON;
    private static final String THERE = "0000000009";

    private final InsurerNumber a = TestServer.insurerDaily();
    private final InsurerNumber b = TestServer.insurerDaily();
    private final FullRecords recordsOfA = new FullRecords(a);
    private final FullRecords recordsOfB = new FullRecords(b);
    private final SampleOffice office = SampleOffice.near(a);
    private final OfficeSoftware software = OfficeSoftware.of(office);
    private final String pathA = path(a, HERE);
    private final String pathB = path(b, THERE);

    @BeforeEach
    void one_person_at_two_started_insurers() {
        TestServer.start(a);
        TestServer.start(b);
        linked(a, HERE, file(a));
        linked(b, THERE, file(b));
        recordsOfA.send("M02", row -> row);
        recordsOfB.send("M02", row -> FullRecords.with(row, "insuredNumber", THERE));
    }

    @Test
    void verified_on_one_card_the_file_of_the_other_insurer_comes_with_it() {
        ok(software.verify(ReadingApiTest.card(a)));
        HttpResponse<String> answer = software.get(pathA + "/cards");
        assertThat(ok(answer).get("records")).hasSize(1);
        JsonNode other = others(answer).get(0);
        assertThat(other.get("insurerNumber").asString()
                        + other.get("insuredNumber").asString())
                .isEqualTo(b.value() + THERE);
        assertThat(other.get("data").get("records")).hasSize(1);
        assertThat(ok(software.get(pathB + "/cards")).get("records")).hasSize(1);
        assertThat(ok(software.get(pathA + "/summary")).get("crossInsurerLink").asBoolean())
                .isTrue();
        assertThat(Loads.database()
                        .sql("select insurer_number || subjects::text from audit.entry where request_id = ? order by 1")
                        .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                        .query(String.class)
                        .list())
                .as("an entry at each insurer under one request id")
                .containsExactlyInAnyOrder(a.value() + "{" + HERE + "}", b.value() + "{" + THERE + "}");
    }

    @Test
    void a_consent_at_one_opens_nothing_at_the_other() {
        recordsOfA.send("M08", row -> FullRecords.certified(row, "1"));
        recordsOfB.send("M08", row -> FullRecords.with(FullRecords.certified(row, "0"), "insuredNumber", THERE));
        ok(software.verify(ReadingApiTest.card(a)));
        HttpResponse<String> answer = software.get(pathA + "/surveys");
        assertThat(ok(answer).get("records")).hasSize(1);
        assertThat(others(answer).at("/0/errors/0/code").asString()).isEqualTo("CONSENT_MISSING");
        assertThat(others(answer).get(0).has("data")).isFalse();

        HttpResponse<String> turned = software.get(pathB + "/surveys");
        assertThat(ng(turned)).isEqualTo("CONSENT_MISSING");
        assertThat(others(turned).at("/0/data/records")).hasSize(1);
    }

    @Test
    void before_anybody_was_verified_nothing_tells_of_a_second_file() {
        for (String part : new String[] {"/cards", "/summary", "/file", "/consent"}) {
            assertThat(withoutId(software.get(pathA + part)))
                    .isEqualTo(withoutId(software.get(path(a, "0000000777") + part)));
        }
        assertThat(ng(software.get(pathB + "/cards"))).isEqualTo("NOT_VERIFIED");
    }

    @Test
    void of_an_insurer_that_has_not_started_nothing_is_told() {
        Loads.database()
                .sql("update participants.insurer set started_on = date '2026-11-21' where insurer_number = ?")
                .param(b.value())
                .update();
        ok(software.verify(ReadingApiTest.card(a)));
        assertThat(software.get(pathA + "/cards").body()).doesNotContain("otherInsurers", b.value());
    }

    @Test
    void who_moved_keeps_what_needs_no_consent_and_is_verified_by_the_new_card_only() {
        recordsOfA.send("M08", row -> FullRecords.certified(row, "1"));
        Loads.database()
                .sql("update insured.person set lost_on = date '2026-11-19' where insurer_number = ?")
                .param(a.value())
                .update();
        assertThat(ng(software.verify(ReadingApiTest.card(a)))).isEqualTo("NOT_AGREED");
        ok(software.verify(cardOfB()));

        HttpResponse<String> answer = software.get(pathB + "/file");
        JsonNode old = others(answer).get(0);
        assertThat(old.get("lostOn").asString()).isEqualTo("2026-11-19");
        assertThat(old.at("/data/cards/records")).hasSize(1);
        assertThat(old.at("/data/surveys/refused/0/code").asString()).isEqualTo("CONSENT_MISSING");
        assertThat(new JsonMapper().readTree(answer.body()).has("lostOn")).isFalse();
    }

    @Test
    void the_end_of_use_closes_every_file_of_the_person() {
        ok(software.verify(ReadingApiTest.card(a)));
        ok(software.verify(cardOfB()));
        ok(software.delete(pathA));
        assertThat(ng(software.get(pathA + "/cards"))).isEqualTo("NOT_VERIFIED");
        assertThat(ng(software.get(pathB + "/cards"))).isEqualTo("NOT_VERIFIED");
        assertThat(ok(software.get("/api/v1/users")).get("users")).isEmpty();
    }

    @Test
    void who_has_no_key_has_one_file_only_and_the_cover_says_so() {
        Loads.load(a, new M01File(a, "D").createdAt("20261120230000").add("1", "0000000002", "", "架空　次郎"));
        Map<String, String> card = ReadingApiTest.card(a);
        card.put("insuredNumber", "0000000002");
        ok(software.verify(card));
        HttpResponse<String> summary = software.get(path(a, "0000000002") + "/summary");
        assertThat(ok(summary).get("crossInsurerLink").asBoolean()).isFalse();
        assertThat(summary.body()).doesNotContain("otherInsurers");
    }

    @Test
    void a_former_number_leads_to_the_new_one_also_when_its_own_file_is_gone() {
        ok(software.verify(ReadingApiTest.card(a)));
        Loads.load(
                a,
                new M01File(a, "D")
                        .createdAt("20261120230000")
                        .add("1", "0000000003", "", "架空　太郎")
                        .with(25, HERE)
                        .add("3", HERE, "", "架空　太郎", "20261120120000"));
        HttpResponse<String> answer = software.get(pathA + "/summary");
        assertThat(ng(answer)).isEqualTo("NOT_VERIFIED");
        assertThat(others(answer).at("/0/data/person/insuredNumber").asString()).isEqualTo("0000000003");
        assertThat(ok(software.get(path(a, "0000000003") + "/summary"))
                        .at("/person/name")
                        .asString())
                .isEqualTo("架空　太郎");
    }

    @Test
    void of_two_dates_the_later_one_is_that_of_the_person() {
        ok(software.verify(ReadingApiTest.card(a)));
        ok(software.verify(cardOfB()));
        Loads.database()
                .sql("update insured.viewing set viewable_until = date '2026-11-01' where insurer_number = ?")
                .param(a.value())
                .update();
        JsonNode users = ok(software.get("/api/v1/users")).get("users");
        assertThat(users.valueStream().map(user -> user.get("viewableUntil").asString()))
                .containsExactly("2027-02-28", "2027-02-28");
        assertThat(ok(software.get(pathA + "/cards")).get("records")).hasSize(1);
    }

    @Test
    void the_menu_counts_as_many_as_its_list_has_rows_whichever_card_is_good() {
        ok(software.verify(ReadingApiTest.card(a)));
        ok(software.verify(cardOfB()));
        Loads.database()
                .sql("update insured.viewing set viewable_until = date '2026-11-01' where insurer_number = ?")
                .param(a.value())
                .update();
        Followed.await(a);
        Followed.await(b);
        assertThat(OfficeBrowser.of(office).get("/office/users?only=NO_CONSENT").body())
                .contains("同意未取得　2", HERE, THERE, "2 人");
    }

    @Test
    void what_changed_at_the_other_insurer_stays_marked_whoever_else_knows_the_person_there() {
        ok(software.verify(ReadingApiTest.card(a)));
        SampleOffice.second(a).verified(b, InsuredNumber.of(THERE), TestServer.TODAY);
        Followed.await(b);
        OfficeBrowser browser = OfficeBrowser.of(office);
        String page = "/office/users/" + Handles.of(a, HERE);
        browser.get(page);
        recordsOfB.send("M03", row -> FullRecords.with(row, "insuredNumber", THERE));
        Followed.await(b);
        assertThat(browser.get(page).body()).contains("負担割合証が変わりました");

        ok(software.delete(pathA));
        Followed.await(a);
        assertThat(Loads.database()
                        .sql("select count(*) from viewing.last_look where office_number = ?")
                        .param(office.id.number())
                        .query(Integer.class)
                        .single())
                .as("what stays when the person was let go")
                .isZero();
    }

    private Map<String, String> cardOfB() {
        Map<String, String> card = ReadingApiTest.card(b);
        card.put("insuredNumber", THERE);
        return card;
    }

    /** The simulated 中間サーバ knows whoever has a 0 as third digit. */
    private String myNumber() {
        String eleven = "990" + a.value() + "01";
        return eleven + MyNumber.checkDigit(eleven);
    }

    private void linked(InsurerNumber insurer, String number, M01File file) {
        Loads.awaitFinal(Loads.send(insurer, file.add("1", number, myNumber(), "架空　太郎")));
    }

    private static M01File file(InsurerNumber insurer) {
        return new M01File(insurer, "D");
    }

    private static String path(InsurerNumber insurer, String insured) {
        return "/api/v1/users/" + Handles.of(insurer, insured);
    }

    private static JsonNode others(HttpResponse<String> answer) {
        JsonNode others = new JsonMapper().readTree(answer.body()).get("otherInsurers");
        assertThat(others).as(answer.body()).isNotNull();
        return others;
    }

    private static String withoutId(HttpResponse<String> response) {
        return response.statusCode() + response.body().replaceAll("\"(requestId|processedAt)\":\"[^\"]*\"", "");
    }
}
