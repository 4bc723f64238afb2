package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 請求書, without script: suggested, looked through, sent, answered, corrected, cancelled. */
class ClaimScreensTest {

    private final InsurerNumber insurer = TestServer.insurerStarted();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);
    private final Systems municipality = Systems.of(insurer);

    @Test
    void it_is_suggested_looked_through_sent_and_received() throws IOException {
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String claim = ClaimForm.sentLetter(doctor, insurer) + "/claim";
        String form = doctor.get(claim).body();
        assertThat(form).contains("未請求", "意見書作成料の目安", "value=\"5000\"", "value=\"500\"", "value=\"令和8年11月20日\"");
        Map<String, String> typed = ClaimForm.typed(form, Map.of("initialExamPoints", "２９１", "opinionFee", "5,000"));
        assertThat(doctor.post(claim, typed).body())
                .as("nothing is sent yet")
                .contains("内容の確認", "8,410円", "291点", "保険者へ請求する")
                .doesNotContain("目安の金額（");
        assertThat(doctor.post(claim, ClaimForm.with(typed, "edit")).body()).contains("value=\"291\"", "内容を確かめる");

        assertThat(doctor.post(claim, ClaimForm.with(typed, "send")).body())
                .contains("請求書を保険者へ送りました", "送信済み", "8,410円");
        assertThat(doctor.post(claim, ClaimForm.with(typed, "send")).body())
                .as("sent twice from the same page")
                .contains("もう保険者へ送られています");
        JsonNode record = item(2);
        assertThat(record.path("claimNo").asString()).isEqualTo("1");
        assertThat(record.path("total").asString()).isEqualTo("8410");
        assertThat(record.path("turn").asString()).isEqualTo("1");
        assertThat(record.path("writtenOn").asString()).isEqualTo("20261115");
        assertThat(municipality.get(path(3)).statusCode()).isEqualTo(404);
        answer(2, "{\"answer\":\"ACCEPTED\"}");
        assertThat(doctor.get(claim).body()).contains("保険者が受理").doesNotContain("内容を確かめる", "請求を取り消す");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_a_fee_that_differs_is_asked_about() {
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String claim = ClaimForm.sentLetter(doctor, insurer) + "/claim";
        String form = doctor.get(claim).body();
        Map<String, String> wrong =
                Map.of("opinionFee", "", "tax", "五百", "writtenOn", "20261101", "sentOn", "20261121");
        assertThat(doctor.post(claim, ClaimForm.typed(form, wrong)).body())
                .contains("意見書作成料を入力してください", "消費税は、数字で", "意見書作成日は、前の日付", "意見書送付日は、「令和8年11月1日」");
        assertThat(doctor.post(claim, ClaimForm.typed(form, Map.of("place", "2")))
                        .body())
                .contains("目安の金額（4,000円）と違います");
    }

    @Test
    void until_it_is_accepted_it_is_corrected_or_cancelled_under_the_same_number() throws IOException {
        String claim = ClaimForm.sentLetter(OfficeBrowser.of(clinic), insurer) + "/claim";
        OfficeBrowser clerk = OfficeBrowser.of(clinic.as(Set.of(Job.MEDICAL_CLERK)));
        clerk.post(claim, ClaimForm.with(ClaimForm.typed(clerk.get(claim).body(), Map.of()), "send"));
        answer(2, "{\"answer\":\"RETURNED\",\"reason\":\"INCOMPLETE\",\"text\":\"施設の方です\"}");
        String returned = clerk.get(claim).body();
        assertThat(returned).contains("差戻し", "施設の方です", "請求書の訂正").doesNotContain("請求を取り消す");
        Map<String, String> mended =
                ClaimForm.typed(returned, Map.of("place", "2", "opinionFee", "4000", "tax", "400"));
        assertThat(clerk.post(claim, ClaimForm.with(mended, "send")).body()).contains("訂正した請求書を保険者へ送りました");
        assertThat(item(3).path("updateType").asString()).isEqualTo("2");
        assertThat(item(3).path("claimNo").asString()).isEqualTo("1");
        assertThat(item(3).path("claimVersion").asString()).isEqualTo("2");

        assertThat(clerk.post(claim + "/cancel", Map.of("form", "a", "seen", "1"))
                        .body())
                .as("somebody has corrected it since")
                .contains("ほかの方が先に");
        assertThat(clerk.post(claim + "/cancel", Map.of("form", "a", "seen", "2"))
                        .body())
                .contains("請求の取消しを保険者へ送りました", "取消しを送信済み")
                .doesNotContain("内容を確かめる");
        assertThat(item(4).path("updateType").asString()).isEqualTo("3");
        assertThat(item(4).path("total").asString()).isEqualTo("4400");
        answer(4, "{\"answer\":\"RECEIVED\"}");
        assertThat(clerk.get(claim).body()).contains("もう一度請求できます");
        assertThat(clerk.post(
                                claim,
                                ClaimForm.with(ClaimForm.typed(clerk.get(claim).body(), Map.of()), "send"))
                        .body())
                .contains("請求書を保険者へ送りました");
        assertThat(item(5).path("updateType").asString()).isEqualTo("1");
    }

    @Test
    void the_municipalitys_own_table_stands_before_the_usual_one_and_bounds_the_points() {
        Browser staff = Browser.of(insurer);
        Map<String, String> fees = new HashMap<>(Map.of("feesFrom", "", "fee11", "5500", "fee12", "x"));
        assertThat(fees(staff, fees)).contains("適用を始める日を", "在宅・継続（円）は、数字で", "value=\"5500\"");
        fees.putAll(Map.of("feesFrom", "R8.11.1", "fee12", "4,400", "fee21", "4400", "fee22", "3300"));
        fees.putAll(Map.of("feesNewAfterYears", "5", "bound-initialExamPoints", "288"));
        assertThat(fees(staff, fees)).contains("意見書作成料を設定しました", "5,500円", "前の意見書から5年", "288点まで");

        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String claim = ClaimForm.sentLetter(doctor, insurer) + "/claim";
        String form = doctor.get(claim).body();
        assertThat(form).contains("この保険者の意見書作成料", "value=\"5500\"", "value=\"550\"");
        assertThat(doctor.post(claim, ClaimForm.typed(form, Map.of("initialExamPoints", "289")))
                        .body())
                .contains("保険者の定めた上限を超えています");
        assertThat(staff.post("/opinion-requests/fees/remove", Map.of("from", "令和8年11月1日", "_csrf", staff.csrf()))
                        .body())
                .contains("設定を消しました", "まだ設定されていません");
        assertThat(doctor.get(claim).body()).contains("value=\"5000\"");
    }

    @Test
    void nothing_is_claimed_for_a_draft_by_another_clinic_or_where_none_are_taken() {
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer);
        Map<String, String> form = ClaimForm.typed(
                "name=\"form\" value=\"00000000-0000-4000-8000-000000000000\" name=\"seen\" value=\"0\"",
                Map.of(
                        "writtenOn",
                        "20261115",
                        "sentOn",
                        "20261120",
                        "place",
                        "1",
                        "turn",
                        "1",
                        "opinionFee",
                        "1",
                        "tax",
                        "0"));
        assertThat(doctor.post(letter + "/claim", ClaimForm.with(form, "send")).body())
                .contains("いまの状態では、この操作はできません");
        assertThat(doctor.get(letter).body()).doesNotContain(letter + "/claim");
        OfficeBrowser other = OfficeBrowser.of(SampleOffice.secondClinic(insurer));
        assertThat(other.get(letter + "/claim").statusCode()).isEqualTo(404);
        assertThat(other.post(letter + "/claim", ClaimForm.with(form, "send")).statusCode())
                .isEqualTo(404);
        assertThat(other.post(letter + "/claim/cancel", form).statusCode()).isEqualTo(404);

        String sent = ClaimForm.sentLetter(doctor, insurer);
        Loads.database().sql("""
                insert into outbox.reception (insurer_number, interface_id, takes_from, set_at, set_by)
                values (?, 'P03', date '2027-01-04', now(), 'test')""").param(insurer.value()).update();
        assertThat(doctor.get(sent + "/claim").body())
                .contains("請求書の電子送付を受け付けていません", "令和9年1月4日")
                .doesNotContain("内容を確かめる");
        assertThat(doctor.post(sent + "/claim", ClaimForm.with(form, "send")).body())
                .contains("請求書の電子送付を受け付けていません");
    }

    private static String fees(Browser staff, Map<String, String> form) {
        Map<String, String> sent = new HashMap<>(form);
        sent.put("_csrf", staff.csrf());
        return staff.post("/opinion-requests/fees", sent).body();
    }

    private JsonNode item(int number) throws IOException {
        return new JsonMapper().readTree(municipality.get(path(number)).body()).path("record");
    }

    private void answer(int number, String body) throws IOException {
        item(number);
        assertThat(municipality
                        .send("POST", path(number) + "/ack", "application/json", body)
                        .statusCode())
                .isEqualTo(200);
    }

    private String path(int number) {
        return "/v1/insurers/" + insurer.value() + "/outbox/" + number;
    }
}
