package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import kaigo.Await;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.M01File;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A municipal officer's day from sign-in to sign-out: the morning's file and its error, somebody who could not be linked, a
 * daughter at the counter who takes her father's consent back, and who looked at his records before.
 */
@Tag("browser")
class CounterJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);

    @Test
    void from_the_mornings_file_to_a_withdrawal_at_the_counter_and_the_sign_out() {
        TestServer.start(insurer);
        records.person();
        records.send("M08", row -> FullRecords.certified(row, "1"));
        SampleOffice.near(insurer)
                .verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(40));
        Page page = chromium.staff(insurer);
        Chromium.picture(page, "counter-start");
        linking(page);
        withdrawal(page);
        afterwards(page);
        Chromium.press(page.locator("header"), "サインアウト");
        assertThat(page.locator("main")).containsText("サインアウトしました");
        page.goBack();
        page.reload();
        assertThat(page.locator("h1")).containsText("サインイン");
    }

    /** A new insured whose マイナンバー is missing, and a day of birth that does not exist. */
    private void linking(Page page) {
        menu(page, "ファイルを送る");
        M01File file = new M01File(insurer, "D").createdAt("20261120083000");
        file.add("1", "9000000001", "", "見本　花子");
        file.add("1", "9000000002", "", "仮名　一郎").with(9, "19341399");
        page.locator("#files").setInputFiles(new FilePayload(file.name(1), "text/csv", file.bytes()));
        Chromium.press(page.locator("main"), "送る");
        assertThat(page.locator("#outcomes .accepted")).hasCount(1);
        menu(page, "今日の連携");
        Await.until(
                () -> {
                    page.reload();
                    return page.locator("#if-M01 .state").textContent().equals("エラーあり");
                },
                Duration.ofSeconds(60));
        Chromium.picture(page, "counter-day");
        menu(page, "連携できない方");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("9000000001"))
                .click();
        Chromium.press(page.locator(".step"), "確認できなかった");
        Chromium.press(page.locator(".step"), "マイナンバーを登録した");
        assertThat(page.locator(".step")).containsText("「更新」で送り直してください");
        Chromium.picture(page, "counter-case");
    }

    private void withdrawal(Page page) {
        menu(page, "被保険者の照会");
        page.locator("#insuredSearch").fill("かくう");
        page.locator("#insuredBirth").fill("S9.6.11");
        Chromium.press(page.locator("main"), "検索");
        page.locator("tbody").getByText("架空　太郎").click();
        page.locator(".tabs")
                .getByText("同意", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("main")).containsText("同意あり");
        page.locator("main .buttons a").click();
        assertThat(page.locator("h1")).hasText("撤回を記録する");
        page.locator("#heardOn").fill("十一月");
        page.locator("#speaker-PROXY").check();
        Chromium.press(page.locator("main"), "撤回を記録する");
        assertThat(page.locator("#errors")).isFocused();
        assertThat(page.locator("#heardOn")).hasValue("十一月");
        assertThat(page.locator("#speaker-PROXY")).isChecked();
        chromium.inspect(page, "counter-withdrawal-wrong");
        page.locator("#heardOn").fill("Ｒ８．１１．２０");
        page.locator("#relation").selectOption("CHILD");
        Chromium.press(page.locator("main"), "撤回を記録する");
        assertThat(page.locator(".notice-done")).containsText("撤回を記録しました");
        assertThat(page.locator("main")).containsText("代理の方（子）");
        chromium.inspect(page, "counter-withdrawal-done");
    }

    private void afterwards(Page page) {
        AccessLogs.followed();
        page.locator(".end").getByText("この方の閲覧の記録").click();
        assertThat(page.locator("main")).containsText(FullRecords.PERSON);
        Chromium.picture(page, "counter-log");
        menu(page, "同意の取得状況");
        menu(page, "終わった同意");
        menu(page, "月次の突合");
        menu(page, "初期セットアップ");
        Chromium.picture(page, "counter-setup");
        menu(page, "自分のアカウント");
        assertThat(page.locator("h1")).hasText("自分のアカウント");
    }

    private static void menu(Page page, String entry) {
        page.locator(".menu")
                .getByText(entry, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".menu a[aria-current]")).hasText(entry);
    }
}
