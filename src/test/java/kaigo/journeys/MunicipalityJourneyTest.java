package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.intake.M01File;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 市町村の職員: from sign-in to a settled case, as somebody at the counter does it. */
@Tag("browser")
class MunicipalityJourneyTest {

    private static final String NUMBER = "123456789018";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void staff_sends_files_reads_the_result_and_settles_a_case() {
        Page page = chromium.staff(insurer);
        chromium.inspect(page, "start-empty");

        List<M01File> files = files();
        page.navigate("/upload");
        chromium.inspect(page, "upload");
        page.locator("#files").setInputFiles(new FilePayload[] {
            payload(files.get(0).name(1), files.get(0).bytes()),
            payload(files.get(1).name(2), files.get(1).bytes()),
            payload("M01.csv", "x".getBytes(StandardCharsets.UTF_8))
        });
        Chromium.press(page.locator("main"), "送る");
        assertThat(page.locator("#upload-state")).containsText("送り終えました");
        assertThat(page.locator("#outcomes .accepted")).hasCount(2);
        chromium.inspect(page, "upload-sent");

        page.navigate("/files");
        assertThat(page.locator("#files .state-run, #files .state-wait")).hasCount(0);
        chromium.inspect(page, "files");
        page.locator("#files tbody tr").last().locator("a").click();
        assertThat(page.locator("#live")).containsText("E5002");
        chromium.inspect(page, "file");

        page.navigate("/");
        chromium.inspect(page, "start");
        settle(page);
    }

    private void settle(Page page) {
        page.navigate("/cases");
        chromium.inspect(page, "cases");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("9000000001"))
                .click();
        chromium.inspect(page, "case-question");
        Chromium.press(page.locator(".step"), "確認できなかった");
        chromium.inspect(page, "case-wait");
        Chromium.press(page.locator(".step"), "マイナンバーを登録した");
        assertThat(page.locator(".step")).containsText("「更新」で送り直してください");
        chromium.inspect(page, "case-end");
    }

    @Test
    void everything_can_be_done_without_script() {
        Page page = chromium.open(false);
        page.navigate("/");
        Chromium.account(insurer);
        Chromium.fill(page, insurer, "no-such-user");
        assertThat(page.locator("#errors")).containsText("サインインできませんでした");
        assertThat(page.locator("#errors")).isFocused();
        Chromium.picture(page, "sign-in-refused");
        Chromium.signIn(page, insurer);
        M01File file = files().getFirst();
        page.navigate("/upload");
        page.locator("#files").setInputFiles(payload(file.name(1), file.bytes()));
        Chromium.press(page.locator("main"), "送る");
        assertThat(page.locator("#outcomes .accepted")).hasCount(1);
        page.locator("#outcomes a").first().click();
        assertThat(page.locator("h1")).containsText("登録の結果");
    }

    @Test
    void the_keyboard_alone_reaches_the_content_and_signs_in() {
        Page page = chromium.open(true);
        Chromium.account(insurer);
        page.navigate("/sign-in");
        chromium.inspect(page, "sign-in");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type(insurer.value());
        page.keyboard().press("Tab");
        page.keyboard().type(DemoAccounts.LOGIN);
        page.keyboard().press("Tab");
        page.keyboard().type(DemoAccounts.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("今日すること");
    }

    @Test
    void a_lost_page_says_so_in_plain_words() {
        Page page = chromium.staff(insurer);
        page.navigate("/files/unknown");
        assertThat(page.locator("h1")).containsText("ページが見つかりません");
        chromium.inspect(page, "error");
    }

    private List<M01File> files() {
        M01File first = new M01File(insurer, "D");
        for (int i = 1; i <= 6; i++) {
            first.add(
                    i == 4 ? "2" : "1",
                    "900000000" + i,
                    "",
                    List.of("架空　太郎", "見本　花子", "仮名　一郎").get(i % 3));
        }
        M01File second = new M01File(insurer, "D").add("1", "9000000011", NUMBER, "架空　次郎");
        List<M01File> files = new ArrayList<>();
        files.add(first);
        files.add(second);
        return files;
    }

    private static FilePayload payload(String name, byte[] bytes) {
        return new FilePayload(name, "text/csv", bytes);
    }
}
