package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.items;
import static kaigo.viewing.OfficeSoftware.ng;
import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.shared.InsuredNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 代行届出 by an office's software: the same rules and the same 送付箱 as by the screen. */
class FilingsApiTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Desk desk = Desk.known();
    private final Systems municipality = Systems.of(desk.insurer());
    private final OfficeSoftware software = OfficeSoftware.of(desk.office());
    private final String filings = path(FullRecords.PERSON);

    @Test
    void a_filing_is_returned_mended_and_accepted() throws IOException {
        assertThat(ok(software.get(filings)).path("filings")).isEmpty();
        Map<String, String> first = filing(Map.of("name", "架空　太郎", "changeReason", "転居"));
        assertThat(ok(software.post(filings, first, "filing-0001"))
                        .path("before")
                        .asBoolean())
                .isFalse();
        assertThat(ok(software.post(filings, first, "\"filing-0001\""))
                        .path("before")
                        .asBoolean())
                .as("no answer came, it was sent again")
                .isTrue();
        assertThat(item(1).path("changeReason").asString()).isEqualTo("転居");
        answer(1, "{\"answer\":\"RETURNED\",\"reason\":\"INCOMPLETE\",\"text\":\"提出日をご確認ください\"}");
        JsonNode returned = ok(software.get(filings)).at("/filings/0");
        assertThat(returned.path("state").asString()).isEqualTo("RETURNED");
        assertThat(returned.path("remark").asString()).isEqualTo("提出日をご確認ください");
        SampleOffice helpers = SampleOffice.helpers(desk.insurer());
        helpers.verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        assertThat(ok(OfficeSoftware.of(helpers).get(filings)).at("/filings/0").propertyNames())
                .as("what was said to one office")
                .contains("state")
                .doesNotContain("remark", "reason");

        ok(software.post(filings, filing(Map.of("filedOn", "R8.11.19")), "filing-0002"));
        assertThat(item(2).path("filedOn").asString()).isEqualTo("20261119");
        answer(2, "{\"answer\":\"ACCEPTED\"}");
        JsonNode accepted = ok(software.get(filings)).at("/filings/0");
        assertThat(accepted.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.path("active").asBoolean()).isTrue();
        ok(software.post(filings + "/care-plan/end", Map.of("endedOn", "令和8年11月20日"), "filing-0003"));
        assertThat(item(3).path("process").asString()).isEqualTo("2");
        assertThat(ng(software.post(filings + "/care-plan/end", Map.of("endedOn", "20261120"), "filing-0004")))
                .isEqualTo("NOTHING_TO_END");
    }

    @Test
    void what_is_wrong_is_said_item_by_item_and_nothing_is_sent() {
        assertThat(items(software.post(filings, filing(Map.of())))).containsExactly("Idempotency-Key");
        assertThat(items(software.post(filings, filing(Map.of()), "short"))).containsExactly("Idempotency-Key");
        assertThat(items(software.post(filings, filing(Map.of("kind", "other")), "wrong-0001")))
                .containsExactly("/kind");
        Map<String, String> wrong =
                Map.of("officeNumber", "123", "filedOn", "20261121", "nameKana", "みほん", "birthDate", "あした", "sex", "9");
        assertThat(items(software.post(filings, filing(wrong), "wrong-0002")))
                .containsExactly("/officeNumber", "/filedOn", "/nameKana", "/birthDate", "/sex");
        assertThat(items(software.post(filings, filing(Map.of("filedOn", "20261001")), "wrong-0003")))
                .containsExactly("/filedOn");
        assertThat(items(software.post(filings + "/care-plan/end", Map.of("endedOn", "20261121"), "wrong-0004")))
                .containsExactly("/endedOn");
        assertThat(software.post(filings + "/other/end", Map.of("endedOn", "20261120"), "wrong-0005")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ng(software.post(filings, filing(Map.of("officeNumber", "4400100014")), "wrong-0006")))
                .isEqualTo("NOT_OWN_OFFICE");
        assertThat(sent()).isZero();
        Map<String, Object> old = new HashMap<>(filing(Map.of("filedOn", "20261001")));
        old.put("oldDay", true);
        ok(software.post(filings, old, "wrong-0007"));
        assertThat(sent()).as("meant so").isEqualTo(1);
    }

    @Test
    void who_may_not_file_is_told_why_and_absent_is_as_not_verified() {
        SampleOffice helpers = SampleOffice.helpers(desk.insurer());
        helpers.verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        assertThat(ng(OfficeSoftware.of(helpers).post(filings, filing(Map.of()), "refused-1")))
                .isEqualTo("SERVICE_NOT_ALLOWED");
        String absent = path("9999999998");
        OfficeSoftware second = OfficeSoftware.of(SampleOffice.second(desk.insurer()));
        for (String unseen : List.of(filings, absent)) {
            assertThat(ng(second.post(unseen, filing(Map.of()), "refused-2"))).isEqualTo("NOT_VERIFIED");
            assertThat(ng(second.get(unseen))).isEqualTo("NOT_VERIFIED");
        }
        assertThat(second.get("/api/v1/users/x/filings").statusCode()).isEqualTo(404);
        assertThat(sent()).isZero();
    }

    private String path(String insured) {
        return "/api/v1/users/" + Handles.of(desk.insurer(), insured) + "/filings";
    }

    private Map<String, String> filing(Map<String, String> other) {
        Map<String, String> filing = new HashMap<>(
                Map.of("kind", "care-plan", "officeNumber", desk.office().id.number(), "filedOn", "20261120"));
        filing.putAll(other);
        return filing;
    }

    private long sent() {
        return Loads.database()
                .sql("select count(*) from filing.submission where insurer_number = ?")
                .param(desk.insurer().value())
                .query(Long.class)
                .single();
    }

    private JsonNode item(int number) throws IOException {
        return JSON.readTree(municipality.get(outbox(number)).body()).path("record");
    }

    private void answer(int number, String body) throws IOException {
        assertThat(municipality
                        .send("POST", outbox(number) + "/ack", "application/json", body)
                        .statusCode())
                .isEqualTo(200);
    }

    private String outbox(int number) {
        return "/v1/insurers/" + desk.insurer().value() + "/outbox/" + number;
    }
}
