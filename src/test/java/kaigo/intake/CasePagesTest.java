package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.Await;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.TestServer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case from its error to its end, through the pages. Lies here because its cases come from loaded files. */
class CasePagesTest {

    private static final String PERSON = "9000000001";
    private static final String NUMBER = "123456789018";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9]+)\"");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser browser = Browser.of(insurer);

    @Test
    void a_missing_number_is_followed_to_the_record_to_send_and_closes_when_the_person_is_linked() {
        load(new M01File(insurer, "D").add("1", PERSON, "", "架空　太郎"));
        assertThat(browser.get("/").body()).contains("確認が必要な方が 1 人います").doesNotContain("対応が必要なものはありません");
        assertThat(browser.get("/cases").body())
                .contains(PERSON)
                .contains("架空　太郎")
                .contains("マイナンバーの確認");
        assertThat(page()).contains("昭和9年6月11日（1934/06/11）").contains("男性").contains("大分県架空市架空町一丁目");

        answer("OWN_RECORDS", "NOT_FOUND");
        String end = answer("NUMBER_SOUGHT", "OBTAINED");
        assertThat(end).contains("「更新」で送り直してください");
        assertThat(end)
                .contains("2,〔連番〕,2," + insurer.value() + "," + PERSON + ",〔更新日時〕,〔マイナンバー〕,架空　太郎,カクウ　タロウ,,19340611,0,");

        load(new M01File(insurer, "D").createdAt("20261120060000").add("2", PERSON, NUMBER, "架空　太郎", "20261120000000"));
        assertThat(page()).contains("連携できました").contains("前の登録のときの記録").doesNotContain("name=\"choice\"");
        assertThat(browser.get("/cases").body()).contains("確認が必要な方はいません");
    }

    @Test
    void an_exempt_person_is_recorded_with_a_note_and_taken_back() {
        notRegistered();
        answer("NUMBER_CORRECT", "CORRECT");
        assertThat(answer("EXEMPT", "EXEMPT")).contains("手順⑦").contains("確認した内容");

        HttpResponse<String> without = act("record", Map.of("note", "　"));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("確認した内容を入力してください").contains("href=\"#note\"");
        String recorded = act("record", Map.of("note", "担当課に確認")).body();
        assertThat(recorded).contains("適用除外者として記録済みです").contains("担当課に確認");
        assertThat(browser.get("/cases").body()).doesNotContain(PERSON);
        assertThat(browser.get("/cases?kind=RECORDED").body()).contains(PERSON);

        assertThat(act("take-back", Map.of()).body()).contains("手順⑦").contains("取り消し済み");
        assertThat(act("take-back", Map.of()).body()).contains("手順②-1");
        assertThat(browser.get("/cases").body()).contains(PERSON);
    }

    @Test
    void a_wrong_number_leads_to_delete_and_new() {
        notRegistered();
        String end = answer("NUMBER_CORRECT", "WRONG");
        assertThat(end).contains("手順②-2").contains("2,〔連番〕,3,").contains("2,〔連番〕,1,");

        load(new M01File(insurer, "D").createdAt("20261120060000").add("3", PERSON, "", "架空　太郎", "20261120000000"));
        assertThat(page()).contains("削除を受け付けました");
        load(new M01File(insurer, "D").createdAt("20261120070000").add("1", PERSON, NUMBER, "架空　太郎", "20261120000001"));
        assertThat(page()).contains("連携できました");
    }

    @Test
    void a_wrong_birthday_is_sent_again_and_closes_when_the_person_is_linked() {
        refusedWith(5, "E5005");
        assertThat(answer("NUMBER_CORRECT", "CORRECT")).contains("生年月日または性別の登録に誤りがありましたか");
        assertThat(answer("BIRTH_AND_SEX", "OWN_WRONG")).contains("2,〔連番〕,2,");

        load(new M01File(insurer, "D")
                .createdAt("20261120060000")
                .add("2", PERSON, NUMBER, "架空　太郎", "20261120000000")
                .with(9, "19340612"));
        assertThat(page()).contains("連携できました").contains("昭和9年6月12日");
        assertThat(browser.get("/cases").body()).contains("確認が必要な方はいません");
    }

    @Test
    void under_the_residence_exception_the_own_application_comes_first_then_the_municipality_to_ask() {
        TestServer.bean(Insurers.class).putMember(insurer, "443913", "架空南町", TestServer.TODAY.minusYears(1));
        load(underException("1", "", "20261119120000", "20261120053000"));
        assertThat(browser.get("/cases").body()).contains("住所地特例").contains("認定申請書の個人番号の確認");
        assertThat(page()).contains("貴市町村で受け付けた要介護認定申請書などを確認").doesNotContain("照会先");

        assertThat(answer("OWN_APPLICATION", "NOT_FOUND")).contains("照会先：大分県架空南町（全国地方公共団体コード 443913）");
        String end = answer("MUNICIPALITY_ASKED", "OBTAINED");
        assertThat(end).contains("「更新」で送り直してください").contains("2,442970,443913,0,");

        load(underException("2", NUMBER, "20261120000000", "20261120060000"));
        assertThat(page()).contains("連携できました");
        assertThat(browser.get("/cases").body()).contains("確認が必要な方はいません");
    }

    private M01File underException(String updateType, String number, String updatedAt, String createdAt) {
        return new M01File(insurer, "D")
                .createdAt(createdAt)
                .add(updateType, PERSON, number, "架空　太郎", updatedAt)
                .with(21, "2")
                .with(22, "442970")
                .with(23, "443913");
    }

    @Test
    void whoever_cannot_be_checked_is_recorded_as_lasting() {
        notRegistered();
        answer("NUMBER_CORRECT", "CORRECT");
        answer("EXEMPT", "NOT_EXEMPT");
        assertThat(answer("INSURANCE_CHECKABLE", "NOT_CHECKABLE")).contains("手順⑦");

        assertThat(act("record", Map.of("note", "本人に電話で確認")).body()).contains("医療保険の加入状況を確認できない方として記録済みです");
        assertThat(browser.get("/cases?kind=RECORDED").body()).contains(PERSON);
    }

    @Test
    void many_cases_are_shown_page_by_page_and_a_page_beyond_the_end_is_the_last() {
        M01File file = new M01File(insurer, "D");
        for (int i = 1; i <= 103; i++) {
            file.add("1", "9000000%03d".formatted(i), "", "架空　太郎");
        }
        load(file);

        assertThat(browser.get("/cases").body())
                .contains("1 / 3 ページ", "href=\"/cases?kind=OPEN&amp;page=2\"")
                .contains("9000000001", "9000000050")
                .doesNotContain("9000000051", "rel=\"prev\"");
        assertThat(browser.get("/cases?page=3").body())
                .contains("3 / 3 ページ", "9000000101", "9000000103")
                .doesNotContain("9000000100", "rel=\"next\"");
        assertThat(browser.get("/cases?page=99").body())
                .contains("3 / 3 ページ", "9000000103")
                .doesNotContain("該当する方はいません");
    }

    @Test
    void a_click_on_a_page_that_others_have_moved_changes_nothing() {
        notRegistered();
        String old = seen(page());
        answer("NUMBER_CORRECT", "CORRECT");
        answer("EXEMPT", "EXEMPT");

        assertThat(late("record", Map.of("seen", old, "note", "遅れた記録"))).contains("ほかの担当者が先に操作したか");
        assertThat(late("take-back", Map.of("seen", old)))
                .contains("手順⑦")
                .doesNotContain("遅れた記録")
                .doesNotContain("取り消し済み");
    }

    private String late(String act, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", browser.csrf());
        return browser.post("/cases/" + Handles.of(insurer, PERSON) + "/" + act, form)
                .body();
    }

    @Test
    void the_slower_of_two_colleagues_sees_what_the_faster_one_answered() {
        notRegistered();
        String seen = seen(page());
        answer("NUMBER_CORRECT", "CORRECT");

        Map<String, String> late =
                Map.of("_csrf", browser.csrf(), "seen", seen, "question", "NUMBER_CORRECT", "choice", "WRONG");
        String page = browser.post("/cases/" + Handles.of(insurer, PERSON) + "/answer", late)
                .body();
        assertThat(page).contains("ほかの担当者が先に操作したか").contains("手順②-1");
    }

    @Test
    void every_look_and_act_names_the_person_in_the_audit_stream() {
        notRegistered();
        HttpResponse<String> answer = browser.send(browser.request("/cases/" + Handles.of(insurer, PERSON))
                .header("X-Request-Id", "case-look-" + insurer.value()));
        assertThat(answer.statusCode()).isEqualTo(200);

        assertThat(TestServer.bean(JdbcClient.class)
                        .sql(
                                "select event || ' ' || array_to_string(subjects, ',') from audit.entry where request_id = ?")
                        .param("case-look-" + insurer.value())
                        .query(String.class)
                        .list())
                .containsExactly("INSURER_LOOKED " + PERSON);
    }

    @Test
    void a_person_of_another_insurer_and_nobody_look_the_same() {
        notRegistered();
        InsurerNumber elsewhere = TestServer.insurerDaily();
        Browser stranger = Browser.of(elsewhere);

        assertThat(stranger.get("/cases/" + Handles.of(insurer, PERSON)).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/cases/" + Handles.of(insurer, "9999999999")).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/cases/" + Handles.of(elsewhere, PERSON)).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/cases/" + PERSON).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/cases/nothing").statusCode()).isEqualTo(404);
    }

    private void notRegistered() {
        refusedWith(3, "E5001");
    }

    /** As if the 中間サーバ had answered so. */
    private void refusedWith(int state, String error) {
        load(new M01File(insurer, "D").add("1", PERSON, NUMBER, "架空　太郎"));
        TestServer.bean(JdbcClient.class)
                .sql("update insured.link set state = ?, error = ? where insurer_number = ?")
                .params(state, error, insurer.value())
                .update();
    }

    private void load(M01File file) {
        Receipt receipt = Loads.send(insurer, file);
        Await.until(() -> !browser.get("/files/" + receipt).body().contains("hx-trigger"), Duration.ofSeconds(30));
    }

    private String page() {
        return browser.get("/cases/" + Handles.of(insurer, PERSON)).body();
    }

    private String answer(String question, String choice) {
        return act("answer", Map.of("question", question, "choice", choice)).body();
    }

    private HttpResponse<String> act(String act, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", browser.csrf());
        form.put("seen", seen(page()));
        return browser.post("/cases/" + Handles.of(insurer, PERSON) + "/" + act, form);
    }

    private static String seen(String page) {
        Matcher seen = SEEN.matcher(page);
        assertThat(seen.find()).as("a form").isTrue();
        return seen.group(1);
    }
}
