package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.intake.M01File;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 初期セットアップ as a municipality walks it, led by nothing but the page, and what the operator sees of it. */
@Tag("browser")
class SetupJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerPreparing();

    @Test
    void a_municipality_is_led_to_its_start() {
        Page page = chromium.staff(insurer);
        page.navigate("/setup");
        chromium.inspect(page, "setup-beginning");
        press(page, "方式②に決める");
        for (int i = 0; i < 3; i++) {
            page.locator(".checks button", new Page.LocatorOptions().setHasText("済みにする"))
                    .first()
                    .click();
        }
        fillDay(page, "令和8年13月1日", "基準日を決める");
        assertThat(page.locator("#errors")).containsText("日付として読めません");
        chromium.inspect(page, "setup-wrong-day");
        fillDay(page, "令和8年11月20日", "基準日を決める");
        press(page, "データ移行を始める");
        assertThat(page.locator("#errors")).containsText("まだ済んでいない前提条件があります");
        chromium.inspect(page, "setup-blocked");

        upload(
                page,
                new M01File(insurer, "T").createdAt("20261120060000").add("1", "9000000001", "123456789018", "架空　太郎"));
        page.navigate("/setup");
        press(page, "データ移行を始める");
        assertThat(page.locator("#state")).containsText("データ移行中です");
        chromium.inspect(page, "setup-loading");
        upload(
                page,
                new M01File(insurer, "I").createdAt("20261120060100").add("1", "9000000001", "123456789018", "架空　太郎"));
        page.navigate("/setup");
        page.getByLabel("M01 介護被保険者番号等情報").fill("2");
        press(page, "件数を保存する");
        assertThat(page.locator("#stage-4 ~ form .state-fail")).containsText("違いがあります");
        chromium.inspect(page, "setup-counts-differ");
        page.getByLabel("M01 介護被保険者番号等情報").fill("1");
        press(page, "件数を保存する");
        press(page, "件数の確認を終える");
        fillDay(page, "令和9年4月1日", "利用開始日を決める");
        assertThat(page.locator("#state")).containsText("利用開始日が決まりました");
        chromium.inspect(page, "setup-end");
    }

    @Test
    void an_operator_sees_how_far_everybody_is() {
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本　運次"), "運用者");
        Page page = chromium.open(true);
        page.navigate("/");
        Chromium.fill(page, AccountRole.OPERATORS, "unyo");
        page.navigate("/operator/insurers?stage=PREPARING");
        assertThat(page.locator("h1")).hasText("導入の状況");
        chromium.inspect(page, "operator");
        page.navigate("/operator/insurers/" + insurer.value());
        chromium.inspect(page, "operator-setup");
        page.locator(".checks button").first().click();
        assertThat(page.locator(".history")).containsText("済みにしました");
        page.navigate("/operator/insurers?stage=PREPARING&late=true");
        assertThat(page.locator("main")).containsText("該当する保険者はありません");
        chromium.inspect(page, "operator-none");
        TestServer.insurerDaily();
        page.navigate("/operator/insurers?late=true");
        assertThat(page.locator("#late")).hasAttribute("aria-current", "true");
        assertThat(page.locator("tbody .state-fail").first()).containsText("開庁日、届いていません");
        chromium.inspect(page, "operator-late");
    }

    private static void fillDay(Page page, String day, String button) {
        page.locator("#day").fill(day);
        press(page, button);
    }

    private static void press(Page page, String button) {
        Chromium.press(page.locator("main"), button);
    }

    private static void upload(Page page, M01File file) {
        page.navigate("/upload");
        page.locator("#files").setInputFiles(new FilePayload(file.name(1), "text/csv", file.bytes()));
        press(page, "送る");
        assertThat(page.locator("#outcomes .accepted")).hasCount(1);
        page.navigate("/files");
        Locator moving = page.locator("#files .state-run, #files .state-wait");
        assertThat(moving).hasCount(0);
    }
}
