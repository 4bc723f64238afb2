package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.cert.CertificateEncodingException;
import java.time.LocalDate;
import java.util.List;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.demo.DemoOffices;
import kaigo.intake.Loads;
import kaigo.participants.Institution;
import kaigo.participants.Institutions;
import kaigo.shared.InstitutionId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 事業所ユーザ → 管理者 → 一般, as people walk it; and the check of the way in. */
@Tag("browser")
class StaffJourneyTest {

    private static final String VISITING = "4479901029";
    private static final String PLANNING = "4479901003";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @BeforeAll
    static void offices() {
        TestServer.bean(DemoOffices.class).createAll();
        LocalDate from = LocalDate.of(2020, 4, 1);
        for (String number : List.of(VISITING, PLANNING)) {
            TestServer.bean(Institutions.class)
                    .put(new Institution(
                            InstitutionId.office(number),
                            "架空の事業所",
                            "大分県",
                            from,
                            List.of(new Institution.Service("43", from, null))));
        }
    }

    @Test
    void from_the_office_user_to_a_member_of_staff() {
        Page page = chromium.open(true);
        signIn(page, VISITING, "KJ440000000001", "jigyosho", DemoAccounts.PASSWORD);
        assertThat(page.locator("h1")).containsText("管理者の登録");
        chromium.inspect(page, "staff-first-administrator");
        Chromium.press(page.locator("main"), "登録する");
        assertThat(page.locator("#errors")).isVisible();
        chromium.inspect(page, "staff-first-administrator-wrong");
        fill(page, "kacho", "見本　課長");
        Chromium.press(page.locator("main"), "登録する");
        String initial = page.locator(".handed").textContent();
        chromium.inspect(page, "staff-first-handed");
        Chromium.press(page.locator("header"), "サインアウト");

        signIn(page, VISITING, "kacho", "kacho", initial);
        assertThat(page.locator("main")).containsText("パスワードを変えてください");
        chromium.inspect(page, "staff-own-account-initial");
        page.getByLabel("いまのパスワード").fill(initial);
        page.getByLabel("新しいパスワード").first().fill("mori-no-naka-no-michi");
        page.getByLabel("新しいパスワード（もう一度）").fill("mori-no-naka-no-ie");
        Chromium.press(page.locator("main"), "パスワードを変更する");
        assertThat(page.locator("#errors")).containsText("2回の入力が違います");
        chromium.inspect(page, "staff-own-account-wrong");
        page.getByLabel("いまのパスワード").fill(initial);
        page.getByLabel("新しいパスワード").first().fill("mori-no-naka-no-michi");
        page.getByLabel("新しいパスワード（もう一度）").fill("mori-no-naka-no-michi");
        Chromium.press(page.locator("main"), "パスワードを変更する");
        assertThat(page.locator("main")).containsText("パスワードを変更しました");

        menu(page, "職員のアカウント");
        page.getByText("職員を登録する").click();
        chromium.inspect(page, "staff-new");
        registers(page);
        looksAfter(page);
    }

    private static void registers(Page page) {
        fill(page, "hana", "見本　花");
        page.getByLabel("ケアマネジャー").check();
        page.getByLabel("介護支援専門員番号").fill("123");
        Chromium.press(page.locator("main"), "登録する");
        assertThat(page.locator("#errors")).containsText("数字8桁");
        chromium.inspect(page, "staff-new-wrong");
        page.getByLabel("介護支援専門員番号").fill("44000021");
        Chromium.press(page.locator("main"), "登録する");
        assertThat(page.locator(".handed")).isVisible();
        chromium.inspect(page, "staff-handed");
        page.reload();
        assertThat(page.locator(".handed")).hasCount(0);
    }

    private static void looksAfter(Page page) {
        chromium.inspect(page, "staff-edit");
        Chromium.press(page.locator("main"), "停止する");
        assertThat(page.locator("[role=status]")).containsText("停止しました");
        menu(page, "職員のアカウント");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("hana")))
                .containsText("停止中");
        chromium.inspect(page, "staff-list");
        page.getByText("kacho", new Page.GetByTextOptions().setExact(true)).click();
        Chromium.press(page.locator("main"), "停止する");
        assertThat(page.locator("#errors")).containsText("管理者がほかにいない");
        chromium.inspect(page, "staff-last-administrator");
    }

    @Test
    void an_administrator_takes_away_the_passkey_of_a_lost_device() {
        Page owner = chromium.open(true);
        OfficeJourneyTest.withAuthenticator(owner);
        OfficeJourneyTest.signIn(owner, PLANNING, "jimu");
        OfficeJourneyTest.addPasskey(owner, "なくした端末", DemoAccounts.PASSWORD);
        owner.locator("table").waitFor();
        assertThat(owner.locator("table")).containsText("なくした端末");

        Page page = chromium.open(true);
        OfficeJourneyTest.signIn(page, PLANNING, "kanri");
        menu(page, "職員のアカウント");
        page.getByText("jimu", new Page.GetByTextOptions().setExact(true)).click();
        chromium.inspect(page, "staff-passkey");
        page.getByText("外す", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main")).containsText("登録されているパスキーはありません");

        owner.reload();
        assertThat(owner.locator("h1")).containsText("事業所・医療機関のサインイン");
        OfficeJourneyTest.chooseCertificate(owner, PLANNING);
        Chromium.press(owner.locator("main"), "パスキーでサインイン");
        assertThat(owner.locator("main [role=alert]").first()).containsText("パスキーでサインインできませんでした");
    }

    @Test
    void where_there_is_an_administrator_the_office_user_has_nothing_to_do_and_both_are_told_when_the_certificate_ends()
            throws CertificateEncodingException {
        SampleOffice office =
                SampleOffice.near(TestServer.insurerDaily()).withOfficeUser().withAdministrator();
        Loads.database()
                .sql(
                        "update identity.client_certificate set not_after = timestamptz '2026-11-25 12:00+09' where holder = ?")
                .param(office.id.holder())
                .update();
        Page page = OfficeJourneyTest.withCertificate(chromium, office, true);
        page.navigate("/office");
        assertThat(page.locator("main [role=status]")).containsText("あと5日です");
        chromium.inspect(page, "office-sign-in-ends-soon");
        signIn(page, office, SampleOffice.OFFICE_USER);
        assertThat(page.locator("main")).containsText("利用中の管理者がいるため");
        assertThat(page.locator("main form")).hasCount(0);
        chromium.inspect(page, "staff-first-administrator-there");
        Chromium.press(page.locator("header"), "サインアウト");
        assertThat(page.locator("main")).containsText("サインアウトしました");

        page.navigate("/office");
        signIn(page, office, SampleOffice.ADMINISTRATOR);
        assertThat(page.locator("h1")).hasText("はじめの画面");
        assertThat(page.locator("main [role=status]")).containsText("すぐに手続きをしてください");
        chromium.inspect(page, "office-home-ends-soon");
    }

    private static void signIn(Page page, SampleOffice office, String login) {
        OfficeJourneyTest.fill(page, login, SampleOffice.PASSWORD);
        page.getByLabel("ワンタイムコード").fill(office.code(login));
        Chromium.press(page.locator("main"), "サインイン");
    }

    @Test
    void the_check_names_the_step_that_fails() {
        Page page = chromium.open(true);
        page.navigate("/office/check");
        assertThat(page.locator("[role=alert]")).containsText("証明書が示されている");
        chromium.inspect(page, "check-no-certificate");
        OfficeJourneyTest.chooseCertificate(page, PLANNING);
        page.getByText("どこで止まっているか").click();
        chromium.inspect(page, "check-certificate");
        tries(page, "wrong");
        assertThat(page.locator("[role=alert]")).containsText("ユーザーIDとパスワードが合う");
        chromium.inspect(page, "check-wrong-password");
        tries(page, DemoAccounts.PASSWORD);
        chromium.inspect(page, "check-code");
        page.locator("#code").fill(code("kanri", PLANNING));
        Chromium.press(page.locator("main"), "確かめる");
        assertThat(page.locator("[role=status]")).containsText("サインインに要る項目は、すべて済みです");
        chromium.inspect(page, "check-all");
    }

    private static void tries(Page page, String password) {
        page.locator("#login").fill("kanri");
        page.locator("#password").fill(password);
        Chromium.press(page.locator("main"), "確かめる（コードを送る）");
    }

    private static void fill(Page page, String login, String name) {
        page.locator("#login").fill(login);
        page.getByLabel("氏名").fill(name);
        page.getByLabel("メールアドレス").fill(login + "@" + VISITING + ".example");
        page.getByLabel("その他の職種").check();
    }

    private static void menu(Page page, String entry) {
        Locator menu = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("メニュー"));
        menu.getByText(entry).click();
    }

    private static void signIn(Page page, String number, String login, String mailbox, String password) {
        OfficeJourneyTest.chooseCertificate(page, number);
        OfficeJourneyTest.fill(page, login, password);
        page.getByLabel("ワンタイムコード").fill(code(mailbox, number));
        Chromium.press(page.locator("main"), "サインイン");
    }

    private static String code(String mailbox, String number) {
        return TestServer.mailsTo(mailbox + '@' + number + ".example")
                .getLast()
                .replaceAll("(?s).*?([0-9]{6}).*", "$1");
    }
}
