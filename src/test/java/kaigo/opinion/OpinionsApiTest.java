package kaigo.opinion;

import static kaigo.viewing.OfficeSoftware.items;
import static kaigo.viewing.OfficeSoftware.ng;
import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import kaigo.viewing.OfficeSoftware;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 主治医意見書と請求書, by an institution's software: the same rules, the same desk, the same 送付箱 as by the screen. */
class OpinionsApiTest {

    private static final String OPINIONS = "/api/v1/opinions";
    private static final JsonMapper JSON = new JsonMapper();

    private final InsurerNumber insurer = TestServer.insurerStarted();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);
    private final Systems municipality = Systems.of(insurer);

    @Test
    void a_clerk_drafts_a_doctor_sends_and_the_municipality_s_answer_is_seen() throws IOException {
        OfficeSoftware clerk = OfficeSoftware.of(clinic.as(Set.of(Job.MEDICAL_CLERK)));
        JsonNode begun = ok(clerk.post(OPINIONS, request(Map.of("name", "見本", "申請者 性別", "男性"))));
        assertThat(begun.path("state").asString()).isEqualTo("DRAFT");
        String letter = OPINIONS + "/" + begun.path("id").asString();
        JsonNode draft = ok(clerk.get(letter));
        assertThat(draft.at("/items/sex").asString()).as("by its name in words").isEqualTo("1");
        assertThat(draft.path("wrong").toString()).contains("/items/enteredOn", "記入日を入力してください");
        JsonNode saved = ok(clerk.put(letter + "/items", Map.of("saved", 1, "items", LetterForm.whole())));
        assertThat(saved.path("saved").asInt()).isEqualTo(2);
        assertThat(ng(clerk.post(letter + "/acts", act("CONFIRM", 2)))).isEqualTo("DOCTOR_NEEDED");

        OfficeSoftware doctor = OfficeSoftware.of(clinic.as(Set.of(Job.DOCTOR)));
        assertThat(ng(doctor.post(letter + "/acts", act("SEND", 2)))).isEqualTo("NOT_NOW");
        ok(doctor.post(letter + "/acts", act("CONFIRM", 2)));
        JsonNode sent = ok(doctor.post(letter + "/acts", act("SEND", 2)));
        assertThat(sent.path("state").asString()).isEqualTo("SENT");
        assertThat(ok(doctor.post(letter + "/acts", act("SEND", 2)))
                        .path("state")
                        .asString())
                .as("sent again, it is one")
                .isEqualTo("SENT");
        assertThat(item(1).path("height").asString()).isEqualTo("1523");
        assertThat(municipality.get(path(2)).statusCode()).isEqualTo(404);
        answer(1, "{\"answer\":\"RETURNED\",\"reason\":\"INCOMPLETE\",\"text\":\"最終診察日をご記入ください\"}");
        JsonNode returned = ok(doctor.get(letter));
        assertThat(returned.path("state").asString()).isEqualTo("RETURNED");
        assertThat(returned.at("/answer/remark").asString()).isEqualTo("最終診察日をご記入ください");
        JsonNode again = ok(doctor.post(letter + "/acts", act("AGAIN", 2)));
        assertThat(again.path("version").asInt()).isEqualTo(2);
        ok(doctor.put(letter + "/items", Map.of("saved", 3, "items", Map.of("lastExaminedOn", "20261109"))));
        ok(doctor.post(letter + "/acts", act("CONFIRM", 4)));
        ok(doctor.post(letter + "/acts", act("SEND", 4)));
        assertThat(item(2).path("lastExaminedOn").asString()).isEqualTo("20261109");
        answer(2, "{\"answer\":\"ACCEPTED\"}");
        JsonNode desk = ok(doctor.get(OPINIONS));
        assertThat(desk.at("/opinions/0/state").asString()).isEqualTo("ACCEPTED");
        assertThat(desk.at("/opinions/0").has("items")).isFalse();
    }

    @Test
    void what_is_begun_twice_is_one_letter_and_what_is_fixed_is_not_written_over() {
        OfficeSoftware doctor = OfficeSoftware.of(clinic);
        JsonNode first = ok(doctor.post(OPINIONS, request(LetterForm.whole())));
        JsonNode second = ok(doctor.post(OPINIONS, request(Map.of("remarks", "追記"))));
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        String letter = OPINIONS + "/" + first.path("id").asString();
        assertThat(ok(doctor.get(letter)).at("/items/remarks").asString()).isEqualTo("追記");
        ok(doctor.post(letter + "/acts", act("CONFIRM", 2)));
        assertThat(ng(doctor.post(OPINIONS, request(Map.of("remarks", "後から"))))).isEqualTo("NOT_NOW");
        assertThat(ok(doctor.post(OPINIONS, request(Map.of()))).path("state").asString())
                .as("only asked for, it is shown")
                .isEqualTo("CONFIRMED");
        ok(doctor.post(letter + "/acts", act("REOPEN", 2)));
        assertThat(ng(doctor.put(letter + "/items", Map.of("saved", 2, "items", Map.of("remarks", "古い画面から")))))
                .isEqualTo("CHANGED");
        Map<String, String> emptied = Map.of("remarks", "");
        ok(doctor.put(letter + "/items", Map.of("saved", 3, "items", emptied)));
        assertThat(ok(doctor.get(letter)).path("items").has("remarks")).isFalse();
        ok(doctor.post(letter + "/acts", act("DROP", 4)));
        assertThat(doctor.get(letter).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_is_said_item_by_item() {
        OfficeSoftware doctor = OfficeSoftware.of(clinic);
        assertThat(items(doctor.post(OPINIONS, Map.of("insurerNumber", "44")))).containsExactly("/insurerNumber");
        Map<String, Object> late = request(Map.of());
        late.put("requestedOn", "20270101");
        assertThat(items(doctor.post(OPINIONS, late))).containsExactly("/requestedOn");
        assertThat(items(doctor.post(OPINIONS, request(Map.of("heightt", "1")))))
                .containsExactly("/items/heightt");
        assertThat(items(doctor.post(OPINIONS, request(Map.of("remarks", "番号は123456789018です")))))
                .containsExactly("/items/remarks");
        String letter = OPINIONS + "/"
                + ok(doctor.post(OPINIONS, request(Map.of()))).path("id").asString();
        assertThat(items(doctor.post(letter + "/acts", act("SAVE", 0)))).containsExactly("/act");
        HttpResponse<String> refused = doctor.post(letter + "/acts", act("CONFIRM", 0));
        assertThat(JSON.readTree(refused.body()).at("/errors/0/code").asString())
                .isEqualTo("INCOMPLETE");
        assertThat(items(refused)).contains("/items/enteredOn", "/items/name", "/items/sex");
    }

    @Test
    void nothing_is_told_of_another_institution_s_letter_and_nobody_else_writes() {
        OfficeSoftware doctor = OfficeSoftware.of(clinic);
        String letter = OPINIONS + "/"
                + ok(doctor.post(OPINIONS, request(Map.of()))).path("id").asString();
        OfficeSoftware other = OfficeSoftware.of(SampleOffice.secondClinic(insurer));
        assertThat(other.get(letter).statusCode()).isEqualTo(404);
        assertThat(other.put(letter + "/items", Map.of("saved", 0, "items", Map.of()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.post(letter + "/acts", act("DROP", 0)).statusCode()).isEqualTo(404);
        assertThat(other.get(letter + "/claim").statusCode()).isEqualTo(404);
        assertThat(ok(other.get(OPINIONS)).path("opinions")).isEmpty();
        OfficeSoftware office = OfficeSoftware.of(SampleOffice.near(insurer));
        assertThat(ng(office.get(OPINIONS))).isEqualTo("NOT_AN_ISSUER");
        assertThat(ng(office.post(OPINIONS, request(Map.of())))).isEqualTo("NOT_AN_ISSUER");
        OfficeSoftware nurse = OfficeSoftware.of(clinic.as(Set.of(Job.OTHER)));
        assertThat(ng(nurse.get(OPINIONS))).isEqualTo("JOB_NOT_ALLOWED");
    }

    @Test
    void a_claim_is_suggested_sent_corrected_and_cancelled_each_once() throws IOException {
        OfficeSoftware doctor = OfficeSoftware.of(clinic);
        String claim = sentLetter(doctor) + "/claim";
        JsonNode standing = ok(doctor.get(claim));
        assertThat(standing.path("state").asString()).isEqualTo("NONE");
        Map<String, String> items = new HashMap<>();
        standing.path("suggested").forEachEntry((code, value) -> items.put(code, value.asString()));
        assertThat(items).containsEntry("opinionFee", "5000").containsEntry("tax", "500");
        items.put("initialExamPoints", "２９１");
        items.put("writtenOn", "20261115");

        assertThat(items(doctor.post(claim, wanted(0, items)))).containsExactly("Idempotency-Key");
        assertThat(items(doctor.post(claim, wanted(0, Map.of("fee", "1")), "claim-0001")))
                .containsExactly("/items/fee");
        Map<String, String> wrong = new HashMap<>(items);
        wrong.put("opinionFee", "");
        assertThat(items(doctor.post(claim, wanted(0, wrong), "claim-0001"))).contains("/items/opinionFee");
        assertThat(ok(doctor.post(claim, wanted(0, items), "claim-0001")).toString())
                .isEqualTo("{\"act\":\"CLAIM\",\"before\":false}");
        assertThat(ok(doctor.post(claim, wanted(0, items), "claim-0001"))
                        .path("before")
                        .asBoolean())
                .isTrue();
        assertThat(ng(doctor.post(claim, wanted(0, items), "claim-0002"))).isEqualTo("CHANGED");
        assertThat(item(2).path("total").asString()).isEqualTo("8410");
        assertThat(ok(doctor.get(claim)).at("/claimed/total").asInt()).isEqualTo(8410);
        items.put("initialExamPoints", "");
        assertThat(ok(doctor.post(claim, wanted(1, items), "claim-0002"))
                        .path("act")
                        .asString())
                .isEqualTo("CORRECT");
        assertThat(ok(doctor.post(claim + "/cancel", Map.of("version", 2), "claim-0003"))
                        .path("act")
                        .asString())
                .isEqualTo("CANCEL");
        assertThat(item(4).path("updateType").asString()).isEqualTo("3");
        answer(4, "{\"answer\":\"RECEIVED\"}");
        assertThat(ok(doctor.get(claim)).path("state").asString()).isEqualTo("CANCELLED");
    }

    private String sentLetter(OfficeSoftware doctor) {
        JsonNode begun = ok(doctor.post(OPINIONS, request(LetterForm.whole())));
        String letter = OPINIONS + "/" + begun.path("id").asString();
        ok(doctor.post(letter + "/acts", act("CONFIRM", 1)));
        ok(doctor.post(letter + "/acts", act("SEND", 1)));
        return letter;
    }

    private Map<String, Object> request(Map<String, String> items) {
        return new HashMap<>(Map.of(
                "insurerNumber",
                insurer.value(),
                "insuredNumber",
                "9000000001",
                "requestedOn",
                "令和8年11月10日",
                "items",
                items));
    }

    private static Map<String, Object> act(String act, int saved) {
        return Map.of("act", act, "saved", saved);
    }

    private static Map<String, Object> wanted(int version, Map<String, String> items) {
        return Map.of("version", version, "items", items);
    }

    private JsonNode item(int number) throws IOException {
        HttpResponse<String> fetched = municipality.get(path(number));
        assertThat(fetched.statusCode()).isEqualTo(200);
        return JSON.readTree(fetched.body()).path("record");
    }

    private void answer(int number, String body) throws IOException {
        assertThat(municipality
                        .send("POST", path(number) + "/ack", "application/json", body)
                        .statusCode())
                .isEqualTo(200);
    }

    private String path(int number) {
        return "/v1/insurers/" + insurer.value() + "/outbox/" + number;
    }
}
