package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.opinion.LetterForm;
import kaigo.opinion.rules.LetterStep;
import kaigo.shared.InsurerNumber;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages of opinions and their claims say when another was first, when something came back, is not taken or cannot be printed. */
@Tag("browser")
class LetterStatesJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String PERSON = "9000000001";
    private static final String OPINIONS = "/office/opinions";

    private final InsurerNumber insurer = TestServer.insurerStarted();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);

    @Test
    void what_is_typed_while_another_saves_stands_beside_what_he_has_saved_until_somebody_decides()
            throws CertificateEncodingException {
        OfficeBrowser other = OfficeBrowser.of(clinic);
        String letter = LetterForm.written(other, insurer, PERSON);
        Page page = signedIn();
        page.navigate(letter + "/1");
        LetterForm.save(
                other,
                letter,
                LetterStep.BASIC,
                Map.of(
                        "enteredOn", "20261115",
                        "name", "架空　太郎",
                        "lastExaminedOn", "20261109",
                        "sex", "2",
                        "deptInternal", "1"));
        page.locator("#lastExaminedOn").fill("R8.11.8");
        page.locator("#address").fill("架空市見本町一丁目");
        assertThat(page.locator("#autosave")).containsText("自動で保存できませんでした");
        chromium.inspect(page, "opinion-step-autosave-conflict");
        save(page);
        assertThat(page.locator("#errors")).containsText("ほかの方が先に保存しています");
        assertThat(page.locator("#lastExaminedOn")).hasValue("R8.11.8");
        assertThat(page.locator("#lastExaminedOn")).hasAccessibleDescription(Pattern.compile("令和8年11月9日"));
        assertThat(page.locator("#errors a")).hasText(new String[] {"申請者 氏名", "申請者 性別", "申請者 住所", "最終診察日", "他科受診（内科）"});
        chromium.inspect(page, "opinion-step-conflict");

        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.locator(".crumbs a").click();
        page.waitForCondition(() -> !asked.isEmpty());
        Assertions.assertThat(asked).containsExactly("beforeunload");
        Assertions.assertThat(other.get(letter).body()).contains("架空　太郎").doesNotContain("架空市見本町一丁目");
        save(page);
        assertThat(page.locator("main [role=status]").first()).containsText("保存しました");
        Assertions.assertThat(other.get(letter).body()).contains("架空市見本町一丁目");
    }

    @Test
    void what_is_typed_when_it_was_confirmed_sent_or_accepted_meanwhile_says_what_can_still_be_done()
            throws CertificateEncodingException, IOException {
        OfficeBrowser other = OfficeBrowser.of(clinic);
        String letter = LetterForm.written(other, insurer, PERSON);
        Page page = signedIn();
        page.navigate(letter + "/6");
        LetterForm.act(other, letter, "CONFIRM");
        page.locator("#remarks").fill("屋内は伝い歩き");
        save(page);
        assertThat(page.locator("#errors")).containsText("医師が確定しています");
        chromium.inspect(page, "opinion-step-confirmed");
        Chromium.press(page.locator("main"), "下書きに戻して、この内容を保存する");
        assertThat(page.locator("main [role=status]").first()).containsText("保存しました");

        LetterForm.send(other, letter);
        page.locator("#remarks").fill("屋外は車いす");
        save(page);
        assertThat(page.locator("#errors")).containsText("保険者へ送られています");
        chromium.inspect(page, "opinion-step-sent");
        Chromium.press(page.locator("main"), "新しい版を作って、この内容を保存する");
        assertThat(page.locator("main [role=status]").first()).containsText("保存しました");

        LetterForm.send(other, letter);
        answer(2, "{\"answer\":\"ACCEPTED\"}");
        page.locator("#remarks").fill("屋外は歩行器");
        save(page);
        assertThat(page.locator("#errors")).containsText("保険者が受理しています");
        assertThat(page.locator("#letter button")).hasCount(0);
        chromium.inspect(page, "opinion-step-accepted");
    }

    @Test
    void a_letter_that_came_back_says_why_and_a_character_without_a_glyph_is_named_before_it_is_printed()
            throws CertificateEncodingException, IOException {
        OfficeBrowser other = OfficeBrowser.of(clinic);
        String letter = LetterForm.written(other, insurer, PERSON);
        LetterForm.save(other, letter, LetterStep.BASIC, Map.of("name", "𠮷田　太郎"));
        LetterForm.send(other, letter);
        answer(1, "{\"answer\":\"RETURNED\",\"reason\":\"UNKNOWN_PERSON\",\"text\":\"番号をお確かめください\"}");
        Page page = signedIn();
        page.navigate(letter);
        assertThat(page.locator("main")).containsText("番号をお確かめください");
        page.locator("main summary").click();
        chromium.inspect(page, "opinion-returned");
        page.getByText("PDFで開く").click();
        assertThat(page.locator(".notice-warning")).containsText("「𠮷」（U+20BB7）");
        chromium.inspect(page, "opinion-missing");
        page.locator(".crumbs a").click();
        Chromium.press(page.locator("main"), "新しい版を作る");
        assertThat(page.locator("main [role=status]")).containsText("新しい版を作りました");
        chromium.inspect(page, "opinion-again");
        page.navigate(OPINIONS);
        assertThat(page.locator("tbody")).containsText("下書き");

        String draft = LetterForm.begin(other, insurer, "9000000002");
        page.navigate(draft);
        Chromium.press(page.locator("main"), "確定する（医師）");
        assertThat(page.locator("#errors")).containsText("足りない項目");
        page.locator("main summary").click();
        chromium.inspect(page, "opinion-incomplete");
    }

    @Test
    void what_a_municipality_does_not_take_is_said_where_a_letter_begins_and_where_it_is_claimed_for()
            throws CertificateEncodingException {
        OfficeBrowser other = OfficeBrowser.of(clinic);
        String letter = LetterForm.written(other, insurer, PERSON);
        LetterForm.send(other, letter);
        Page page = signedIn();
        page.navigate(letter + "/claim");
        notTaken("P03");
        Chromium.press(page.locator("main"), "内容を確かめる");
        assertThat(page.locator("#errors")).containsText("この市町村は、請求書の電子送付を受け付けていません");
        chromium.inspect(page, "claim-closed-meanwhile");
        page.navigate(letter + "/claim");
        assertThat(page.locator(".notice-warning")).containsText("この市町村は、請求書の電子送付を受け付けていません");
        chromium.inspect(page, "claim-closed");

        notTaken("P02");
        page.navigate(OPINIONS + "/new");
        page.locator("#letterInsurer").fill(insurer.value());
        page.locator("#letterInsured").fill("9000000002");
        page.locator("#letterRequestedOn").fill("R8.11.10");
        Chromium.press(page.locator("main"), "入力を始める");
        assertThat(page.locator("#errors")).containsText("令和9年1月4日");
        chromium.inspect(page, "opinion-begin-closed");
    }

    @Test
    void a_claim_by_the_municipalitys_own_table_is_asked_about_comes_back_is_corrected_and_may_be_accepted_meanwhile()
            throws CertificateEncodingException, IOException {
        fees();
        OfficeBrowser other = OfficeBrowser.of(clinic);
        String letter = LetterForm.written(other, insurer, "H000000001");
        LetterForm.send(other, letter);
        Page page = signedIn();
        page.navigate(letter + "/claim");
        assertThat(page.locator("main")).containsText("この保険者の意見書作成料");
        chromium.inspect(page, "claim-own-table");
        page.locator("#opinionFee").fill("5,000");
        Chromium.press(page.locator("main"), "内容を確かめる");
        assertThat(page.locator("main")).containsText("保険者の設定した金額（5,500円）と違います");
        chromium.inspect(page, "claim-other-fee");
        Chromium.press(page.locator("main"), "保険者へ請求する");
        assertThat(page.locator("main [role=status]")).containsText("請求書を保険者へ送りました");

        answer(2, "{\"answer\":\"RETURNED\",\"reason\":\"INCOMPLETE\",\"text\":\"施設の方です\"}");
        page.navigate(letter + "/claim");
        assertThat(page.locator("main")).containsText("施設の方です");
        chromium.inspect(page, "claim-returned");
        Chromium.press(page.locator("main"), "内容を確かめる");
        Chromium.press(page.locator("main"), "訂正を保険者へ送る");
        assertThat(page.locator("main [role=status]")).containsText("訂正した請求書を保険者へ送りました");
        Chromium.press(page.locator("main"), "請求を取り消す");
        assertThat(page.locator("main [role=status]")).containsText("請求の取消しを保険者へ送りました");
        chromium.inspect(page, "claim-cancel-sent");

        answer(4, "{\"answer\":\"RETURNED\",\"reason\":\"OTHER\",\"text\":\"支払いの準備が済んでいます\"}");
        page.navigate(letter + "/claim");
        assertThat(page.locator("main")).containsText("請求はそのままです");
        answer(3, "{\"answer\":\"ACCEPTED\"}");
        Chromium.press(page.locator("main"), "内容を確かめる");
        assertThat(page.locator("#errors")).containsText("いまの状態では、この操作はできません");
        assertThat(page.locator("main")).containsText("保険者が受理");
        chromium.inspect(page, "claim-accepted-meanwhile");
    }

    @Test
    void a_file_that_cannot_be_taken_says_why() throws CertificateEncodingException {
        Page page = signedIn();
        page.navigate(OPINIONS + "/import");
        Chromium.press(page.locator("main"), "取り込む");
        assertThat(page.locator("#errors")).containsText("ファイルを選んでください");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("帽子.csv", "text/csv", "靴,帽子,保険者番号\n1,2,3\n".getBytes(StandardCharsets.UTF_8)));
        Chromium.press(page.locator("main"), "取り込む");
        assertThat(page.locator("#errors")).containsText("次の項目は意見書にありません：帽子、靴");
        chromium.inspect(page, "opinions-import-refused");
    }

    @Test
    void a_form_of_the_municipality_that_cannot_be_taken_says_at_each_field_why() {
        FullRecords records = new FullRecords(insurer);
        records.person();
        records.send("M13", row -> FullRecords.asked(row, "20261110", clinic.id));
        Page city = chromium.staff(insurer);
        city.navigate("/opinion-requests");
        city.locator("#paperInsured").fill("九");
        city.locator("#paperRequestedOn").fill("R8.11.30");
        city.locator("#paperIssuer").fill("44");
        city.locator("#paperReceivedOn").fill("R8.11.30");
        Chromium.press(city.locator("main"), "紙で受領したことを記録する");
        assertThat(city.locator("#errors li")).hasCount(4);
        chromium.inspect(city, "opinion-requests-wrong");
        Chromium.press(city.locator("main"), "被保険者番号 " + FullRecords.PERSON + " の意見書を、今日、紙で受領した");
        city.navigate("/opinion-requests?all=true");
        assertThat(city.locator("tbody")).containsText("紙で受領");
        chromium.inspect(city, "opinion-requests-all");

        fees();
        city.navigate("/opinion-requests/fees");
        city.locator("#feesFrom").fill("来年度");
        city.locator("#fee12").fill("四千");
        city.locator("#feesNewAfterYears").fill("0");
        city.locator("#bound-urinePoints").fill("x");
        Chromium.press(city.locator("main"), "設定する");
        assertThat(city.locator("#errors li")).hasCount(4);
        chromium.inspect(city, "opinion-fees-wrong");
    }

    private void fees() {
        Browser staff = Browser.of(insurer);
        Map<String, String> fees = new HashMap<>(Map.of("feesFrom", "R8.11.1", "fee11", "5500", "fee12", "4400"));
        fees.putAll(Map.of("fee21", "4400", "fee22", "3300", "feesNewAfterYears", "5", "bound-urinePoints", "26"));
        fees.put("_csrf", staff.csrf());
        Assertions.assertThat(staff.post("/opinion-requests/fees", fees).body()).contains("意見書作成料を設定しました");
    }

    private void notTaken(String what) {
        Loads.database().sql("""
                insert into outbox.reception (insurer_number, interface_id, takes_from, set_at, set_by)
                values (?, ?, date '2027-01-04', now(), 'test')""").params(insurer.value(), what).update();
    }

    /** Of the municipality, to what it was sent as this number. */
    private void answer(int number, String body) throws IOException {
        Systems municipality = Systems.of(insurer);
        String item = "/v1/insurers/" + insurer.value() + "/outbox/" + number;
        municipality.get(item);
        Assertions.assertThat(municipality
                        .send("POST", item + "/ack", "application/json", body)
                        .statusCode())
                .isEqualTo(200);
    }

    private static void save(Page page) {
        Chromium.press(page.locator("main"), "保存する");
    }

    private Page signedIn() throws CertificateEncodingException {
        Page page = OfficeJourneyTest.signedIn(chromium, clinic, true);
        assertThat(page.locator("h1")).hasText("はじめの画面");
        return page;
    }
}
