package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import kaigo.opinion.rules.LetterStep;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 主治医意見書, without script: a clerk drafts, a doctor confirms and sends, the municipality answers. */
class LetterScreensTest {

    private static final String LIST = "/office/opinions";

    private final InsurerNumber insurer = TestServer.insurerStarted();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);
    private final Systems municipality = Systems.of(insurer);

    @Test
    void a_clerk_drafts_a_doctor_confirms_and_sends_and_the_municipality_receives() throws IOException {
        OfficeBrowser clerk = OfficeBrowser.of(clinic.as(Set.of(Job.MEDICAL_CLERK)));
        String letter = LetterForm.begin(clerk, insurer);
        assertThat(clerk.get(letter).body()).contains("下書き", "残り", "確定する（医師）");
        LetterForm.fillIn(clerk, letter);
        assertThat(clerk.get(letter).body()).contains("入力済み").doesNotContain("残り");
        assertThat(LetterForm.act(clerk, letter, "CONFIRM")).contains("確定と送信ができるのは、医師だけです");

        OfficeBrowser doctor = OfficeBrowser.of(clinic.as(Set.of(Job.DOCTOR)));
        assertThat(LetterForm.act(doctor, letter, "SEND")).contains("いまの状態では、この操作はできません");
        assertThat(LetterForm.act(doctor, letter, "CONFIRM")).contains("確定しました");
        assertThat(doctor.get(letter + "/1").body())
                .as("not typed in any more, but read")
                .contains("医師が確定しました", "令和8年11月1日（2026/11/01）", "自立");
        assertThat(LetterForm.act(doctor, letter, "SEND")).contains("保険者へ送りました");
        assertThat(LetterForm.act(doctor, letter, "SEND")).as("pressed twice").contains("保険者へ送りました");

        holdsWhatWasTyped(item(1));
        answer(1, "{\"answer\":\"RECEIVED\"}");
        assertThat(doctor.get(letter).body()).contains("保険者が受領");
        assertThat(doctor.get(LIST).body()).contains("保険者が受領", "見本", "9000000001");
        assertThat(entries())
                .startsWith("BEGIN DONE", "SAVE DONE")
                .contains("CONFIRM DOCTOR_NEEDED", "SEND NOT_NOW", "SEND DONE");
    }

    @Test
    void what_is_returned_is_mended_in_a_new_version_and_the_first_stays_as_it_was() throws IOException {
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer);
        LetterForm.fillIn(doctor, letter);
        LetterForm.act(doctor, letter, "CONFIRM");
        LetterForm.act(doctor, letter, "SEND");
        String first = item(1).toString();
        answer(1, "{\"answer\":\"RETURNED\",\"reason\":\"INCOMPLETE\",\"text\":\"最終診察日をご記入ください\"}");
        assertThat(doctor.get(letter).body()).contains("差戻し", "記載に不備があります（最終診察日をご記入ください）", "新しい版を作る");
        assertThat(LetterForm.act(doctor, letter, "AGAIN"))
                .as("with what is to be mended in sight")
                .contains("新しい版を作りました", "下書き", "最終診察日をご記入ください");
        LetterForm.save(doctor, letter, LetterStep.BASIC, Map.of("lastExaminedOn", "20261109"));
        LetterForm.act(doctor, letter, "CONFIRM");
        LetterForm.act(doctor, letter, "SEND");
        assertThat(item(2).path("letterVersion").asString()).isEqualTo("2");
        assertThat(item(2).path("updateType").asString()).isEqualTo("2");
        assertThat(item(2).path("lastExaminedOn").asString()).isEqualTo("20261109");
        assertThat(item(1).toString()).isEqualTo(first);
        answer(2, "{\"answer\":\"ACCEPTED\"}");
        assertThat(doctor.get(letter).body()).contains("保険者が受理").doesNotContain("新しい版を作る");
    }

    @Test
    void what_is_missing_is_said_step_by_step_and_nothing_typed_is_lost() {
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer);
        String body = doctor.post(letter + "/1", Map.of("seen", "0", "next", "true", "name", "見本", "enteredOn", "あした"))
                .body();
        assertThat(body).contains("記入日は、「令和8年11月1日」", "申請者 ふりがなを入力してください", "value=\"あした\"", "value=\"見本\"");
        assertThat(LetterForm.act(doctor, letter, "CONFIRM")).contains("足りない項目、または直す項目があります");
        LetterForm.save(doctor, letter, LetterStep.BASIC, Map.of("birthDateUnknown", "1"));
        assertThat(doctor.get(letter + "/1?check=true").body()).contains("「不詳」の両方が入力されています");
        LetterForm.save(doctor, letter, LetterStep.BASIC, Map.of("birthDate", "", "birthDateUnknown", "1"));
        assertThat(doctor.get(letter + "/1?check=true").body()).as("不詳").doesNotContain("申請者 生年月日を入力してください");
        assertThat(LetterForm.save(doctor, letter, LetterStep.REMARKS, Map.of("remarks", "番号は123456789018です")))
                .contains("マイナンバーと思われる数字があります", "123456789018");
        assertThat(doctor.get(letter + "/6").body()).as("not kept").doesNotContain("123456789018");
    }

    @Test
    void of_two_who_type_at_once_the_second_is_told_and_keeps_what_he_typed() {
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer);
        assertThat(doctor.post(letter + "/6", Map.of("seen", "0", "remarks", "はじめ"))
                        .body())
                .contains("保存しました");
        assertThat(doctor.post(letter + "/6", Map.of("seen", "0", "remarks", "あとから"))
                        .body())
                .as("beside what the first has saved")
                .contains("ほかの方が先に保存しています", "あとから", "いま保存されている内容：</strong>はじめ", "name=\"seen\" value=\"1\"");
        assertThat(doctor.get(letter + "/6").body()).contains("はじめ").doesNotContain("あとから");
        assertThat(doctor.post(letter + "/6", Map.of("seen", "1", "remarks", "あとから"))
                        .body())
                .contains("保存しました", "あとから");
    }

    @Test
    void what_is_typed_when_a_doctor_has_confirmed_or_sent_meanwhile_is_not_lost() {
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer);
        LetterForm.fillIn(doctor, letter);
        LetterForm.act(doctor, letter, "CONFIRM");
        assertThat(doctor.post(letter + "/6", Map.of("seen", "6", "remarks", "追記"))
                        .body())
                .contains("医師が確定しています", "追記", "下書きに戻して、この内容を保存する")
                .doesNotContain("保存して確認へ");
        assertThat(doctor.post(letter + "/6", Map.of("seen", "6", "anew", "true", "remarks", "追記"))
                        .body())
                .contains("保存しました", "追記");
        LetterForm.act(doctor, letter, "CONFIRM");
        LetterForm.act(doctor, letter, "SEND");
        Map<String, String> late = Map.of("seen", "8", "anew", "true", "remarks", "送信後の追記");
        assertThat(doctor.post(letter + "/6", Map.of("seen", "8", "remarks", "送信後の追記"))
                        .body())
                .contains("新しい版を作って、この内容を保存する", "送信後の追記");
        assertThat(doctor.post(letter + "/6", late).body()).contains("保存しました", "送信後の追記");
        assertThat(doctor.get(letter).body()).contains("下書き", "送信後の追記");
    }

    @Test
    void nothing_is_sent_to_a_municipality_that_takes_none_any_more_nor_what_somebody_has_changed_since() {
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer);
        LetterForm.fillIn(doctor, letter);
        LetterForm.act(doctor, letter, "CONFIRM");
        Map<String, String> seen = Map.of("act", "SEND", "seen", "6");
        LetterForm.act(doctor, letter, "REOPEN");
        LetterForm.act(doctor, letter, "CONFIRM");
        assertThat(doctor.post(letter + "/act", seen).body()).contains("ほかの方が先に保存しています");
        takesNone();
        assertThat(LetterForm.act(doctor, letter, "SEND")).contains("まだ主治医意見書の電子送付を受け付けていません", "確定");
    }

    private void takesNone() {
        Loads.database().sql("""
                insert into outbox.reception (insurer_number, interface_id, takes_from, set_at, set_by)
                values (?, 'P02', date '2027-01-04', now(), 'test')""").param(insurer.value()).update();
    }

    @Test
    void the_same_request_is_one_letter_and_another_clinic_sees_nothing_of_it() {
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer);
        assertThat(LetterForm.begin(doctor, insurer)).isEqualTo(letter);
        OfficeBrowser other = OfficeBrowser.of(SampleOffice.secondClinic(insurer));
        assertThat(other.get(LIST).body()).contains("書いている意見書はありません");
        assertThat(other.get(letter).statusCode()).isEqualTo(404);
        assertThat(other.post(letter + "/1", Map.of("seen", "0", "name", "x")).statusCode())
                .isEqualTo(404);
        assertThat(other.post(letter + "/act", Map.of("act", "SEND")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_was_begun_by_mistake_is_thrown_away_and_may_be_begun_anew_but_not_what_was_sent() {
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer);
        assertThat(LetterForm.act(doctor, letter, "DROP")).contains("下書きを取りやめました", "書いている意見書はありません");
        assertThat(doctor.get(letter).statusCode()).isEqualTo(404);
        assertThat(doctor.post(letter + "/6", Map.of("seen", "0", "remarks", "x"))
                        .statusCode())
                .isEqualTo(404);
        String again = LetterForm.begin(doctor, insurer);
        assertThat(again).isNotEqualTo(letter);
        LetterForm.fillIn(doctor, again);
        LetterForm.act(doctor, again, "CONFIRM");
        LetterForm.act(doctor, again, "SEND");
        LetterForm.act(doctor, again, "AGAIN");
        assertThat(doctor.get(again).body()).contains("下書き").doesNotContain("この下書きを取りやめる");
        assertThat(LetterForm.act(doctor, again, "DROP")).contains("いまの状態では");
    }

    @Test
    void who_may_not_write_is_told_why_and_a_municipality_that_takes_none_says_so_before_the_first_field() {
        assertThat(OfficeBrowser.of(SampleOffice.near(insurer)).get(LIST).body())
                .contains("医師と医師事務作業補助者です")
                .doesNotContain("/office/opinions/new");
        assertThat(OfficeBrowser.of(SampleOffice.facility(insurer)).get(LIST).body())
                .as("老健")
                .contains("/office/opinions/new");
        OfficeBrowser nurse = OfficeBrowser.of(clinic.as(Set.of(Job.OTHER)));
        assertThat(nurse.get(LIST).body()).contains("医師と医師事務作業補助者です");
        OfficeBrowser doctor = OfficeBrowser.of(clinic.as(Set.of(Job.DOCTOR)));
        InsurerNumber preparing = TestServer.insurerPreparing();
        assertThat(doctor.post(LIST + "/new", LetterForm.request(preparing)).body())
                .contains("紙でお送りください");
        takesNone();
        assertThat(doctor.post(LIST + "/new", LetterForm.request(insurer)).body())
                .contains("まだ主治医意見書の電子送付を受け付けていません", "令和9年1月4日");
    }

    private void holdsWhatWasTyped(JsonNode record) {
        assertThat(List.of(
                        "insuredNumber",
                        "requestedOn",
                        "letterVersion",
                        "issuerKind",
                        "issuerNumber",
                        "formVersion",
                        "name",
                        "nameKana",
                        "enteredOn",
                        "height",
                        "deptInternal"))
                .extracting(code -> record.path(code).asString())
                .containsExactly(
                        "9000000001",
                        "20261110",
                        "1",
                        "1",
                        clinic.id.number(),
                        "B",
                        "見本",
                        "ミホン",
                        "20261101",
                        "1523",
                        "0");
    }

    private JsonNode item(int number) throws IOException {
        return new JsonMapper().readTree(municipality.get(path(number)).body()).path("record");
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

    private List<String> entries() {
        return Loads.database()
                .sql("""
                        select detail::jsonb ->> 'act' || ' ' || (detail::jsonb ->> 'answer') from audit.entry
                        where insurer_number = ? and event = 'LETTER_WRITTEN' order by number""")
                .param(insurer.value())
                .query(String.class)
                .list();
    }
}
