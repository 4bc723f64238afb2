package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.cert.CertificateEncodingException;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Followed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 代行届出: a care manager files, the municipality returns it, the care manager mends it, and it is accepted. */
@Tag("browser")
class FilingJourneyTest {

    private static final InsuredNumber PERSON = InsuredNumber.of(FullRecords.PERSON);

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);

    @Test
    void a_filing_is_returned_mended_and_accepted() throws CertificateEncodingException {
        TestServer.start(insurer);
        FullRecords records = new FullRecords(insurer);
        records.person();
        office.verified(insurer, PERSON, TestServer.TODAY.plusDays(60));
        Followed.await(insurer);
        Page care = OfficeJourneyTest.signedIn(chromium, office, true);
        care.onDialog(Dialog::accept);
        open(care);
        assertThat(care.locator("main")).containsText("未提出");
        chromium.inspect(care, "filing-none");
        file(care);

        Page city = chromium.staff(insurer);
        giveBack(city);

        Followed.await(insurer);
        mend(care);
        takeUp(city, "filing-item-again");
        Chromium.press(city.locator("main"), "受理する");
        assertThat(city.locator("[role=status]")).containsText("受理を記録しました");

        Followed.await(insurer);
        care.navigate("/office");
        care.locator("a")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("届出が変わった方"))
                .click();
        chromium.inspect(care, "users-filing-changed");
        care.locator("tbody a").click();
        assertThat(care.locator("main")).containsText("届出が変わりました");
        assertThat(care.locator("main .card").first()).containsText("受理");
        chromium.inspect(care, "filing-accepted");
        theCardFollows(records, care);
        end(care);
        Chromium.press(care.locator("header"), "サインアウト");
        Chromium.press(city.locator("header"), "サインアウト");
    }

    /** 居宅介護支援事業者 on the card is the municipality's to say: it follows with the next M02. */
    private void theCardFollows(FullRecords records, Page care) {
        assertThat(care.locator("main")).not().containsText("架空居宅（");
        records.send("M02", row -> {
            FullRecords.with(row, "careManagers1OfficeNumber", office.id.number());
            FullRecords.with(row, "careManagers1Name", "架空居宅");
            return FullRecords.with(row, "careManagers1FiledOn", "20261120");
        });
        care.reload();
        assertThat(care.locator("main")).containsText("架空居宅（" + office.id.number() + "）");
        assertThat(care.locator("main")).containsText("届出年月日：令和8年11月20日（2026/11/20）");
        chromium.inspect(care, "filing-on-card");
    }

    private static void giveBack(Page city) {
        takeUp(city, "filing-item");
        Chromium.press(city.locator("main"), "差し戻す");
        assertThat(city.locator("#errors")).isVisible();
        chromium.inspect(city, "filing-item-wrong");
        city.locator("#reason").selectOption("INCOMPLETE");
        city.locator("#remark").fill("変更年月日をご記入ください");
        Chromium.press(city.locator("main"), "差し戻す");
        assertThat(city.locator("[role=status]")).containsText("差戻しを記録しました");
        chromium.inspect(city, "filing-item-returned");
    }

    private void open(Page care) {
        UserJourneyTest.menu(care, "利用者一覧");
        care.locator("tbody a").click();
        UserJourneyTest.tab(care, "計画作成依頼届出・代行届出");
    }

    private static void file(Page care) {
        submit(care);
        care.locator("#filedOn").fill("令和8年11月21日");
        Chromium.press(care.locator("main"), "保険者へ提出する");
        assertThat(care.locator("#errors")).containsText("今日より後の日は入力できません");
        chromium.inspect(care, "filing-form-wrong");
        care.locator("#filedOn").fill("R8.11.20");
        care.getByText("任意項目の入力を行う").click();
        chromium.inspect(care, "filing-form");
        Chromium.press(care.locator("main"), "保険者へ提出する");
        assertThat(care.locator("main [role=status]")).containsText("届出を保険者へ提出しました");
        assertThat(care.locator("main .card").first()).containsText("提出済み");
        chromium.inspect(care, "filing-sent");
    }

    private static void mend(Page care) {
        care.reload();
        assertThat(care.locator("main")).containsText("提出した届出が差し戻されました");
        assertThat(care.locator("main")).containsText("記載に不備があります（変更年月日をご記入ください）");
        chromium.inspect(care, "filing-returned");
        submit(care);
        care.locator("#filingChangedOn").fill("令和8年12月1日");
        Chromium.press(care.locator("main"), "保険者へ提出する");
        assertThat(care.locator("main [role=status]")).containsText("届出を保険者へ提出しました");
    }

    private static void end(Page care) {
        care.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("居宅サービス計画作成依頼：保険者の提出を廃止"))
                .click();
        chromium.inspect(care, "filing-end");
        care.locator("#filingEndedOn").fill("R8.11.30");
        Chromium.press(care.locator("main"), "廃止を提出する");
        assertThat(care.locator("#filingEndedOn-error")).isVisible();
        chromium.inspect(care, "filing-end-wrong");
        care.locator("#filingEndedOn").fill("R8.11.20");
        Chromium.press(care.locator("main"), "廃止を提出する");
        assertThat(care.locator("main [role=status]")).containsText("届出の廃止を保険者へ提出しました");
        assertThat(care.locator("main .card").first()).containsText("未提出");
        chromium.inspect(care, "filing-ended");
    }

    private static void submit(Page care) {
        care.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("居宅サービス計画作成依頼：保険者へ提出"))
                .click();
    }

    /** The newest in the 送付箱. */
    private static void takeUp(Page city, String picture) {
        city.navigate("/outbox");
        city.locator("tbody a").first().click();
        assertThat(city.locator("main")).containsText("居宅サービス計画作成依頼");
        chromium.inspect(city, picture);
    }

    @Test
    void a_helpers_office_is_told_why_it_files_nothing_and_chooses_a_mail_for_its_list()
            throws CertificateEncodingException {
        TestServer.start(insurer);
        new FullRecords(insurer).person();
        SampleOffice helpers = SampleOffice.helpers(insurer);
        helpers.verified(insurer, PERSON, TestServer.TODAY.plusDays(60));
        Page page = OfficeJourneyTest.signedIn(chromium, helpers, true);
        open(page);
        assertThat(page.locator("main")).containsText("届出を提出できません");
        chromium.inspect(page, "filing-barred");
        page.navigate("/office/opinions");
        assertThat(page.locator("main")).containsText("医師と医師事務作業補助者です");
        chromium.inspect(page, "opinions-closed");
        UserJourneyTest.menu(page, "利用者一覧");
        page.locator("main").getByText("メールのお知らせ").click();
        chromium.inspect(page, "notices");
        Chromium.press(page.locator("main"), "メールで受け取る");
        assertThat(page.locator("[role=status]")).containsText("メールのお知らせを始めました");
        Chromium.press(page.locator("header"), "サインアウト");
    }

    @Test
    void the_municipality_says_what_it_takes() {
        Page city = chromium.staff(insurer);
        city.navigate("/outbox");
        city.getByText("電子で受け取るものの設定").click();
        city.locator("#takenFromP04").fill("いつか");
        Chromium.press(city.locator("section[aria-labelledby=P04]"), "受け付けないことにする");
        assertThat(city.locator("#errors")).containsText("明日より後の日付を");
        chromium.inspect(city, "reception-wrong");
        city.locator("#takenFromP04").fill("令和9年1月4日");
        Chromium.press(city.locator("section[aria-labelledby=P04]"), "受け付けないことにする");
        assertThat(city.locator("main")).containsText("令和9年1月4日（2027/01/04）から受け付けます");
        chromium.inspect(city, "reception-closed");
        Chromium.press(city.locator("section[aria-labelledby=P04]"), "いまから受け付ける");
        assertThat(city.locator("main")).containsText("受け付けています");
        city.locator("#digestAddress").fill("まちの介護保険課");
        Chromium.press(city.locator("main"), "変更する");
        assertThat(city.locator("#errors")).containsText("メールアドレスの形になっていません");
        city.locator("#digestAddress").fill("kaigo@city.example");
        Chromium.press(city.locator("main"), "変更する");
        assertThat(city.locator("[role=status]")).containsText("設定を変えました");
        assertThat(city.locator("#digestAddress")).hasValue("kaigo@city.example");
        chromium.inspect(city, "reception");
    }
}
