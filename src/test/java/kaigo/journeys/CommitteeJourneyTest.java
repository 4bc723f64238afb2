package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.List;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.documents.PaperPdf;
import kaigo.identity.NewAccount;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 認定審査会資料: the municipality sends a set, three members read, note and judge, the chair sees the split, the material ends. */
@Tag("browser")
class CommitteeJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String FIRST = "9000000001";
    private static final String SECOND = "9000000002";

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @BeforeEach
    void three_members() {
        for (String login : List.of("iin1", "iin2", "iin3")) {
            TestServer.bean(DemoAccounts.class)
                    .create(NewAccount.member(insurer, login, "見本　" + login, mail(login)), "見本");
        }
    }

    @Test
    void a_set_is_sent_read_judged_replaced_and_called_back() {
        Page city = chromium.staff(insurer);
        sends(city);

        Page first = member("iin1", newestLink("iin1"));
        assertThat(first.locator("h1")).containsText("第3合議体");
        chromium.inspect(first, "committee-meeting");
        readsAndNotes(first);
        judges(first, 1, "要介護2", "見守りが要る");

        Page second = member("iin2", "/committee");
        chromium.inspect(second, "committee-list");
        second.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("資料を開く"))
                .click();
        judges(second, 1, "要介護3", "");
        judges(second, 2, "要支援1", "");
        assertThat(second.locator("main")).not().containsText("判定の分かれ");

        Page chair = member("iin3", newestLink("iin3"));
        judges(chair, 2, "要支援1", "");
        assertThat(chair.locator("section:has(#split) tbody tr").first()).containsText("分かれています");
        assertThat(chair.locator("section:has(#split) tbody tr").first()).containsText("要介護3");
        chromium.inspect(chair, "committee-split");

        seesReceiptsAndReplaces(city);
        seesWhatChanged(first);

        callsBack(city);
        first.reload();
        assertThat(first.locator("main")).containsText("宛先を間違えました");
        chromium.inspect(first, "committee-recalled");
        first.navigate("/committee");
        assertThat(first.locator("main")).containsText("取り戻されました");
        chromium.inspect(first, "committee-list-recalled");
    }

    @Test
    void what_was_sent_ends_by_itself_once_its_time_is_over_and_the_receipts_stay() {
        Page city = chromium.staff(insurer);
        sends(city);
        Page first = member("iin1", newestLink("iin1"));
        readsAndNotes(first);
        Loads.database()
                .sql(
                        "update committee.meeting set open_to = timestamptz '2026-11-20 08:59+09' where insurer_number = ?")
                .param(insurer.value())
                .update();
        first.reload();
        assertThat(first.locator("h1")).containsText("見つかりません");
        first.navigate("/committee");
        assertThat(first.locator("main")).not().containsText("第3合議体");
        chromium.inspect(first, "committee-list-ended");
        city.reload();
        assertThat(city.locator("main")).containsText("公開終了");
        assertThat(city.locator("main")).containsText("3 / 4");
    }

    private void sends(Page city) {
        UserJourneyTest.menu(city, "審査会資料");
        chromium.inspect(city, "material-list-empty");
        city.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("資料を送る"))
                .click();
        chromium.inspect(city, "material-upload");
        upload(city, "shinsakai.pdf", "Not a PDF".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(city.locator("#errors")).containsText("PDF");
        chromium.inspect(city, "material-upload-wrong");
        upload(city, "shinsakai.pdf", papers("B2"));
        assertThat(city.locator("h1")).containsText("審査会と委員・案件");
        assertThat(city.locator("#row-1")).containsText("しおり「案件2」");
        chromium.inspect(city, "material-form");
        Chromium.press(city.locator("main"), "公開する");
        assertThat(city.locator("#errors")).containsText("合議体番号");
        chromium.inspect(city, "material-form-wrong");
        city.locator("#panelNo").fill("3");
        city.locator("#plannedOn").fill("R8.11.27");
        city.locator("#plannedTime").fill("13:30");
        for (String login : List.of("iin1", "iin2", "iin3")) {
            city.locator("input[name=members][value=" + login + "]").check();
        }
        city.locator("#chair").selectOption("iin3");
        city.locator("#caseInsured-0").fill(FIRST);
        city.locator("#caseInsured-1").fill(SECOND);
        Chromium.press(city.locator("main"), "公開する");
        assertThat(city.locator(".notice-done")).containsText("資料を公開しました");
        chromium.inspect(city, "material-sent");
    }

    private void readsAndNotes(Page member) {
        member.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("はじめから読む"))
                .click();
        assertThat(member.locator("h1")).containsText("審査順 1　1 / 2 ページ");
        Assertions.assertThat(member.evaluate("document.querySelector('.leaf img').decode().then(() => true)"))
                .isEqualTo(true);
        member.locator("summary").click();
        assertThat(member.locator(".words")).containsText("A1");
        member.locator("#words").fill("歩行の様子を確かめる");
        Chromium.press(member.locator("main"), "メモを保存する");
        assertThat(member.locator(".notice-done")).containsText("メモを保存しました");
        chromium.inspect(member, "committee-page");
        member.locator("body").press("ArrowRight");
        assertThat(member.locator("h1")).containsText("審査順 1　2 / 2 ページ");
        assertThat(member.locator("#words")).hasValue("");
        member.getByLabel("ページ番号").fill("x");
        Chromium.press(member.locator("main"), "移動する");
        assertThat(member.locator("#errors")).containsText("ページ番号");
        member.getByLabel("ページ番号").fill("4");
        Chromium.press(member.locator("main"), "移動する");
        assertThat(member.locator("h1")).containsText("審査順 2　2 / 2 ページ");
        member.locator(".crumbs a").click();
        assertThat(member.locator("#case-1")).containsText("読みました");
    }

    private static void judges(Page member, int id, String level, String reason) {
        Locator one = member.locator("#case-" + id);
        one.locator("select").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(level));
        one.locator("input[name=reason]").fill(reason);
        one.getByRole(AriaRole.BUTTON).click();
        assertThat(member.locator(".notice-done")).containsText("事前の判定を保存しました");
    }

    private void seesReceiptsAndReplaces(Page city) {
        city.reload();
        assertThat(city.locator("section:has(#receipts)")).containsText("3 / 4");
        assertThat(city.locator("main")).not().containsText("要介護2");
        assertThat(city.locator("main")).not().containsText("歩行の様子");
        chromium.inspect(city, "material-receipts");
        city.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("新しい版を送る"))
                .click();
        upload(city, "shinsakai.pdf", papers("B2 corrected"));
        assertThat(city.locator("#caseInsured-1")).hasValue(SECOND);
        Chromium.press(city.locator("main"), "新しい版を公開する");
        assertThat(city.locator("#errors")).containsText("変わったところ");
        city.locator("#changeRemark").fill("一次判定を直しました");
        Chromium.press(city.locator("main"), "新しい版を公開する");
        assertThat(city.locator(".notice-done")).containsText("新しい版を公開しました");
        Await.until(
                () -> {
                    city.reload();
                    return city.locator("main").textContent().contains("変更あり");
                },
                DEADLINE);
        chromium.inspect(city, "material-replaced");
    }

    private void seesWhatChanged(Page first) {
        Assertions.assertThat(newestLink("iin1")).startsWith("/committee/");
        first.navigate(newestLink("iin1"));
        assertThat(first.locator(".notice-changed")).containsText("一次判定を直しました");
        assertThat(first.locator("#case-1")).containsText("変更なし");
        assertThat(first.locator("#case-2")).containsText("変更あり");
        assertThat(first.locator("#level-1")).hasValue("CARE_2");
        chromium.inspect(first, "committee-replaced");
    }

    private static void callsBack(Page city) {
        Chromium.press(city.locator("main"), "取り戻す");
        assertThat(city.locator("#errors")).containsText("取り戻す理由");
        city.locator("#recallReason").fill("宛先を間違えました");
        Chromium.press(city.locator("main"), "取り戻す");
        assertThat(city.locator(".notice-done")).containsText("資料を取り戻しました");
        chromium.inspect(city, "material-recalled");
        UserJourneyTest.menu(city, "審査会資料");
        chromium.inspect(city, "material-list");
    }

    private static void upload(Page city, String name, byte[] bytes) {
        city.locator("#file").setInputFiles(new FilePayload(name, "application/pdf", bytes));
        Chromium.press(city.locator("main"), "送って次へ");
    }

    private static byte[] papers(String last) {
        return new PaperPdf()
                .section("案件1", "A1", "A2")
                .section("案件2", "B1", last)
                .bytes();
    }

    private Page member(String login, String path) {
        Page page = chromium.open(true);
        page.navigate(path);
        Chromium.fill(page, insurer, login);
        assertThat(page.locator("h1")).containsText("ワンタイムコード");
        page.getByLabel("ワンタイムコード")
                .fill(TestServer.mailsTo(mail(login)).getLast().replaceAll("(?s).*?([0-9]{6}).*", "$1"));
        Chromium.press(page.locator("main"), "サインイン");
        return page;
    }

    /** Of the newest mail that has one. */
    private String newestLink(String login) {
        Await.until(
                () -> TestServer.mailsTo(mail(login)).stream().anyMatch(one -> one.contains("/committee/")), DEADLINE);
        return TestServer.mailsTo(mail(login)).stream()
                .filter(one -> one.contains("/committee/"))
                .reduce((one, later) -> later)
                .orElseThrow()
                .replaceAll("(?s).*?https?://[^/]+(/committee/[0-9a-f-]+).*", "$1");
    }

    private String mail(String login) {
        return login + "@" + insurer.value() + ".example";
    }
}
