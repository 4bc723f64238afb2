package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.opinion.LetterForm;
import kaigo.opinion.rules.LetterStep;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 主治医意見書: a clerk drafts, a doctor sends, the municipality receives, and the clinic sees that. */
@Tag("browser")
class OpinionJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);

    @Test
    void a_clerk_drafts_a_doctor_sends_and_both_see_that_it_was_received() throws CertificateEncodingException {
        TestServer.start(insurer);
        clinic.as(Set.of(Job.MEDICAL_CLERK));
        Page clerk = OfficeJourneyTest.signedIn(chromium, clinic, true);
        UserJourneyTest.menu(clerk, "主治医意見書");
        assertThat(clerk.locator("main")).containsText("書いている意見書はありません");
        chromium.inspect(clerk, "opinions-empty");
        begin(clerk, insurer);
        clerk.navigate("/office/opinions");
        clerk.locator("tbody a").click();
        fillIn(clerk);
        chromium.inspect(clerk, "opinion-drafted");
        Chromium.press(clerk.locator("main"), "確定する（医師）");
        assertThat(clerk.locator("#errors")).containsText("医師だけです");
        Chromium.press(clerk.locator("header"), "サインアウト");

        clinic.as(Set.of(Job.DOCTOR));
        Page doctor = OfficeJourneyTest.signedIn(chromium, clinic, true);
        UserJourneyTest.menu(doctor, "主治医意見書");
        doctor.locator("tbody a").click();
        Chromium.press(doctor.locator("main"), "確定する（医師）");
        assertThat(doctor.locator("main [role=status]")).containsText("確定しました");
        chromium.inspect(doctor, "opinion-confirmed");
        Chromium.press(doctor.locator("main"), "保険者へ送る（医師）");
        assertThat(doctor.locator("main [role=status]")).containsText("保険者へ送りました");
        claim(doctor);

        received();
        UserJourneyTest.menu(doctor, "主治医意見書");
        assertThat(doctor.locator("tbody")).containsText("保険者が受領");
        chromium.inspect(doctor, "opinions");
        doctor.locator("tbody a").click();
        chromium.inspect(doctor, "opinion-received");
        doctor.locator("main a[href$='/claim']").click();
        assertThat(doctor.locator("main")).containsText("保険者が受領");
        chromium.inspect(doctor, "claim-received");
        Chromium.press(doctor.locator("header"), "サインアウト");
    }

    private void received() {
        Page city = chromium.staff(insurer);
        receive(city, "主治医意見書情報", "opinion-item");
        receive(city, "主治医意見書作成料請求書情報", "claim-item");
        UserJourneyTest.menu(city, "意見書の依頼");
        assertThat(city.locator("main")).containsText("届いていない意見書はありません");
        chromium.inspect(city, "opinion-requests");
    }

    private static void claim(Page doctor) {
        doctor.locator("main a[href$='/claim']").click();
        assertThat(doctor.locator("main")).containsText("意見書作成料の目安（税抜）");
        doctor.locator("#initialExamPoints").fill("二百");
        Chromium.press(doctor.locator("main"), "内容を確かめる");
        assertThat(doctor.locator("#errors")).containsText("数字で入力してください");
        chromium.inspect(doctor, "claim-wrong");
        assertThat(doctor.locator("#errors")).containsText("意見書作成日は、前の日付");
        doctor.locator("#initialExamPoints").fill("２９１");
        doctor.locator("#writtenOn").fill("R8.11.15");
        chromium.inspect(doctor, "claim-form");
        Chromium.press(doctor.locator("main"), "内容を確かめる");
        assertThat(doctor.locator("main")).containsText("8,410円");
        chromium.inspect(doctor, "claim-confirm");
        Chromium.press(doctor.locator("main"), "保険者へ請求する");
        assertThat(doctor.locator("main [role=status]")).containsText("請求書を保険者へ送りました");
        chromium.inspect(doctor, "claim-sent");
    }

    private static void receive(Page city, String what, String name) {
        city.navigate("/outbox");
        city.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(what))
                .locator("a")
                .first()
                .click();
        assertThat(city.locator("main")).containsText(what);
        chromium.inspect(city, name);
        Chromium.press(city.locator("main"), "受領する");
    }

    /** What else an institution and a municipality do with opinions. */
    @Test
    void a_letter_is_begun_from_a_request_filled_from_a_file_and_from_what_was_written_before_or_comes_on_paper()
            throws CertificateEncodingException {
        FullRecords records = new FullRecords(insurer);
        records.person();
        TestServer.start(insurer);
        records.send("M13", row -> FullRecords.asked(row, "20261110", clinic.id));
        Page doctor = OfficeJourneyTest.signedIn(chromium, clinic, true);
        assertThat(doctor.locator("main")).containsText("依頼されている意見書");
        chromium.inspect(doctor, "office-clinic-today");
        UserJourneyTest.menu(doctor, "主治医意見書");
        assertThat(doctor.locator("h1")).hasText("主治医意見書");
        chromium.inspect(doctor, "opinions-asked");
        doctor.getByText("ファイルから取り込む").click();
        doctor.locator("#file")
                .setInputFiles(new FilePayload(
                        "意見書.csv",
                        "text/csv",
                        ("保険者番号,被保険者番号,意見書作成依頼日,申請者 氏名,特記すべき事項\n" + insurer.value() + "," + FullRecords.PERSON
                                        + ",R8.10.1,架空　太郎,屋内は伝い歩き\n" + insurer.value() + ",90,R8.10.1,見本,\n")
                                .getBytes(StandardCharsets.UTF_8)));
        Chromium.press(doctor.locator("main"), "取り込む");
        assertThat(doctor.locator("tbody")).containsText("下書きに取り込みました");
        chromium.inspect(doctor, "opinions-import");
        UserJourneyTest.menu(doctor, "主治医意見書");
        Chromium.press(doctor.locator("main"), "被保険者番号 " + FullRecords.PERSON + " の方の意見書を書き始める");
        doctor.getByText("写す", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(doctor.locator("main")).containsText("前の意見書の内容を写しました");
        assertThat(doctor.locator("main")).containsText("屋内は伝い歩き");
        chromium.inspect(doctor, "opinion-filled");
        doctor.getByText("これまでの認定で使われた意見書を参照する").click();
        assertThat(doctor.locator("h1")).hasText("これまでの認定で使われた意見書");
        chromium.inspect(doctor, "opinion-earlier");

        cameOnPaper();
        UserJourneyTest.menu(doctor, "主治医意見書");
        assertThat(doctor.locator("main")).containsText("紙で受領済み");
        chromium.inspect(doctor, "opinions-on-paper");
        doctor.locator("tbody tr:has-text('紙で受領済み') a").click();
        assertThat(doctor.locator("main")).containsText("電子で送る必要はありません");
        chromium.inspect(doctor, "opinion-on-paper");
    }

    @Test
    void an_earlier_opinion_is_not_copied_over_what_another_has_saved_until_it_is_asked_for_again()
            throws CertificateEncodingException {
        FullRecords records = new FullRecords(insurer);
        records.person();
        TestServer.start(insurer);
        records.send("M08", row -> FullRecords.certified(row, "1"));
        records.send("M13", row -> FullRecords.asked(row, "20261110", clinic.id));
        OfficeBrowser other = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(other, insurer, FullRecords.PERSON);
        Page doctor = OfficeJourneyTest.signedIn(chromium, clinic, true);
        assertThat(doctor.locator("h1")).hasText("はじめの画面");
        doctor.navigate(letter + "/earlier");
        LetterForm.save(other, letter, LetterStep.REMARKS, Map.of("remarks", "屋内は伝い歩き"));
        doctor.locator("tbody button").click();
        assertThat(doctor.locator("#errors")).containsText("ほかの方が先に保存しています");
        chromium.inspect(doctor, "opinion-earlier-overtaken");
        doctor.locator("tbody button").click();
        assertThat(doctor.locator("main [role=status]")).containsText("前の意見書の内容を写しました");
        assertThat(doctor.locator("main")).containsText("屋内は伝い歩き");
    }

    private void cameOnPaper() {
        Page city = chromium.staff(insurer);
        UserJourneyTest.menu(city, "意見書の依頼");
        assertThat(city.locator("tbody")).containsText("未着");
        chromium.inspect(city, "opinion-requests-open");
        Chromium.press(city.locator("main"), "被保険者番号 " + FullRecords.PERSON + " の意見書を、今日、紙で受領した");
        assertThat(city.locator("main [role=status]")).containsText("紙で受領したことを記録しました");
        city.getByText("意見書作成料と検査点数の上限を設定する").click();
        Chromium.press(city.locator("main"), "設定する");
        assertThat(city.locator("#errors")).containsText("適用を始める日");
        city.locator("#feesFrom").fill("R8.11.1");
        Chromium.press(city.locator("main"), "設定する");
        assertThat(city.locator("main [role=status]")).containsText("設定しました");
        chromium.inspect(city, "opinion-fees");
    }

    @Test
    void a_page_stays_as_long_as_somebody_types_and_goes_when_nobody_does() throws CertificateEncodingException {
        TestServer.start(insurer);
        Page doctor = OfficeJourneyTest.signedIn(chromium, clinic, true);
        UserJourneyTest.menu(doctor, "主治医意見書");
        begin(doctor, insurer);
        doctor.clock().install();
        doctor.locator("main ol a").last().click();
        doctor.locator("#remarks").waitFor();
        doctor.waitForLoadState(); // its script has begun to count
        for (String typed : List.of("はじめ", "つづき", "おわり")) {
            doctor.locator("#remarks").fill(typed);
            doctor.waitForResponse(
                    answer -> answer.status() == 204, () -> doctor.clock().fastForward("20:00"));
        }
        assertThat(doctor.locator("#remarks")).hasValue("おわり");
        doctor.clock().fastForward("30:20");
        assertThat(doctor.locator("h1")).hasText("サインアウトしました");
    }

    static void begin(Page clerk, InsurerNumber insurer) {
        clerk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("意見書の入力を始める"))
                .click();
        Chromium.press(clerk.locator("main"), "入力を始める");
        assertThat(clerk.locator("#errors")).containsText("数字6桁");
        clerk.locator("#letterInsurer").fill(insurer.value());
        clerk.locator("#letterInsured").fill("9000000001");
        clerk.locator("#letterRequestedOn").fill("R8.11.10");
        chromium.inspect(clerk, "opinion-begin");
        Chromium.press(clerk.locator("main"), "入力を始める");
        assertThat(clerk.locator("main")).containsText("残り");
        chromium.inspect(clerk, "opinion-overview");
    }

    private static void fillIn(Page clerk) {
        clerk.locator("main ol a").first().click();
        Chromium.press(clerk.locator("main"), "保存して次へ");
        assertThat(clerk.locator("#errors")).containsText("記入日を入力してください");
        chromium.inspect(clerk, "opinion-step-wrong");
        for (LetterStep step : LetterStep.values()) {
            assertThat(clerk.locator("h1")).containsText(String.valueOf(step.number()));
            for (Locator field :
                    clerk.locator("#letter fieldset:has(> legend .required)").all()) {
                field.locator("input[type=radio]").first().check();
            }
            for (Locator field :
                    clerk.locator("#letter div.field:has(.required)").all()) {
                fill(field);
            }
            if (step == LetterStep.BASIC) {
                clerk.locator("#birthDate").fill("S9.6.11");
                assertThat(clerk.locator("#autosave")).containsText("自動で保存しました");
            }
            if (step == LetterStep.ILLNESS) {
                leavesAtOnceAndLosesNothing(clerk);
            }
            chromium.inspect(clerk, "opinion-step-" + step.number());
            Chromium.press(clerk.locator("main"), step == LetterStep.REMARKS ? "保存して確認へ" : "保存して次へ");
        }
        assertThat(clerk.locator("main ol")).not().containsText("残り");
    }

    /** Before the moment after which it is saved has passed. */
    private static void leavesAtOnceAndLosesNothing(Page clerk) {
        clerk.locator("#courseText").fill("高血圧で通院中");
        clerk.getByText("この意見書の状態に戻る").click();
        clerk.locator("main ol a").nth(LetterStep.ILLNESS.ordinal()).click();
        assertThat(clerk.locator("#courseText")).hasValue("高血圧で通院中");
        clerk.locator("#unstableText").fill("変わりなし");
        Chromium.press(clerk.locator("main"), "保存する");
        assertThat(clerk.locator("main [role=status]").first()).containsText("保存しました");
        assertThat(clerk.locator("#errors")).hasCount(0);
    }

    private static void fill(Locator field) {
        if (field.locator("select").count() > 0) {
            field.locator("select").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        } else if (field.locator("[id$=Date], #enteredOn").count() > 0) {
            field.locator("input").fill("R8.11.1");
        } else {
            field.locator("input, textarea").fill(field.locator("#nameKana").count() > 0 ? "ミホン" : "見本");
        }
    }
}
