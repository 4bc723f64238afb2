package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.Map;
import kaigo.Await;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.committee.SampleMaterial;
import kaigo.documents.PaperPdf;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The states of 審査会資料 beside their usual way: not drawn, not saved, too late, not open yet or any more, nobody to send it to. */
@Tag("browser")
class CommitteeStatesJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String MEMBER = "iin";
    private static final int PAGES = 4;
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String DIGITS = "番号は123456789012です";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser office = Browser.of(insurer);

    @Test
    void a_page_that_is_not_drawn_yet_or_could_not_be_says_so_and_what_to_do() {
        Page member = StaffSignInJourneyTest.member(chromium, insurer);
        SampleMaterial sample = SampleMaterial.of(insurer, office).published(MEMBER);
        String second = sample.ofMember() + "/pages/2";
        member.navigate(second);
        assertThat(member.locator(".leaf img")).isVisible();
        cannotBeDrawn(2, "BUSY");
        member.navigate(second);
        assertThat(member.locator(".beside .notice-warning")).containsText("まだ用意できていません");
        chromium.inspect(member, "committee-page-later");
        cannotBeDrawn(2, "TOO_HEAVY");
        member.navigate(second);
        assertThat(member.locator(".beside .notice-warning")).containsText("このページは、画像にできませんでした");
        assertThat(member.locator(".leaf")).hasCount(0);
        assertThat(member.locator(".words")).hasCount(0);
        chromium.inspect(member, "committee-page-not-drawn");
        member.locator("#words").fill("紙で確かめる");
        Chromium.press(member.locator("main"), "メモを保存する");
        assertThat(member.locator(".notice-done")).containsText("メモを保存しました");
    }

    @Test
    void what_a_member_cannot_save_is_said_at_its_field_and_after_the_meetings_time_nothing_is_asked() {
        Page member = StaffSignInJourneyTest.member(chromium, insurer);
        SampleMaterial sample = SampleMaterial.of(insurer, office).published(MEMBER);
        member.navigate(sample.ofMember() + "/pages/1");
        member.locator("#words").fill(DIGITS);
        Chromium.press(member.locator("main"), "メモを保存する");
        assertThat(member.locator("#words-error")).containsText("12 桁以上続く数字");
        assertThat(member.locator("#words")).hasValue(DIGITS);
        drawn(member);
        chromium.inspect(member, "committee-note-wrong");
        member.locator("#words").fill("");
        member.getByLabel("ページ番号").fill("表紙");
        Chromium.press(member.locator("main"), "移動する");
        assertThat(member.locator("#errors")).containsText("ページ番号は、1 からの数字");
        assertThat(member.getByLabel("ページ番号")).hasAttribute("aria-invalid", "true");
        drawn(member);
        chromium.inspect(member, "committee-page-number-wrong");

        member.navigate(sample.ofMember());
        judges(member, DIGITS);
        assertThat(member.locator("#reason-1-error")).containsText("12 桁以上続く数字");
        chromium.inspect(member, "committee-level-wrong");
        judges(member, "歩行に見守りが要る");
        assertThat(member.locator(".notice-done")).containsText("事前の判定を保存しました");

        move(sample, "planned_at = timestamptz '2026-11-20 08:59+09'");
        judges(member, "やはり介助が要る");
        assertThat(member.locator("#errors")).containsText("開催の時刻を過ぎたため");
        assertThat(member.locator("#case-1")).containsText("歩行に見守りが要る");
        assertThat(member.locator("#case-1")).not().containsText("やはり介助が要る");
        chromium.inspect(member, "committee-level-late");
        member.navigate(sample.ofMember() + "/pages/1");
        assertThat(member.locator("#case-1")).containsText("歩行に見守りが要る");
        drawn(member);
        chromium.inspect(member, "committee-page-closed");
    }

    private static void drawn(Page member) {
        Assertions.assertThat(member.evaluate("document.querySelector('.leaf img').decode().then(() => true)"))
                .isEqualTo(true);
    }

    private static void judges(Page member, String reason) {
        Locator one = member.locator("#case-1");
        one.locator("select").selectOption("CARE_2");
        one.locator("input[name=reason]").fill(reason);
        one.getByRole(AriaRole.BUTTON).click();
    }

    @Test
    void a_set_that_is_saved_as_pdf_shows_no_pages_and_a_cover_stands_before_the_cases() {
        Page member = StaffSignInJourneyTest.member(chromium, insurer);
        SampleMaterial file =
                SampleMaterial.of(insurer, office).with("viewing", "1").published(MEMBER);
        member.navigate(file.ofMember());
        assertThat(member.locator("main a.button")).hasText(new String[] {"PDF を保存する", "判定の分かれ"});
        chromium.inspect(member, "committee-meeting-pdf");

        byte[] covered = new PaperPdf()
                .pages("cover")
                .section("案件1", "A1", "A2")
                .section("案件2", "B1", "B2")
                .bytes();
        Assertions.assertThat(file.with("pages", "5")
                        .with("caseStartOf1", "2")
                        .with("caseStartOf2", "4")
                        .with("viewing", "2")
                        .replace(covered, "表紙を付けました")
                        .body())
                .contains("新しい版を公開しました");
        member.navigate("/committee");
        assertThat(member.locator("main")).containsText("差し替えあり");
        chromium.inspect(member, "committee-list-changed");
        member.navigate(file.ofMember() + "/pages/1");
        assertThat(member.locator("h1")).hasText("案件の前のページ");
        drawn(member);
        chromium.inspect(member, "committee-page-cover");
    }

    @Test
    void a_municipality_without_members_is_told_so_and_sees_what_is_not_open_yet_and_what_has_ended() {
        Page city = chromium.staff(insurer);
        city.navigate("/committee-material/new");
        city.locator("#file")
                .setInputFiles(new FilePayload("shinsakai.pdf", "application/pdf", SampleMaterial.papers("B2")));
        Chromium.press(city.locator("main"), "送って次へ");
        assertThat(city.locator("#members")).containsText("委員のアカウントがありません");
        Chromium.press(city.locator("main"), "公開する");
        assertThat(city.locator("#errors")).containsText("委員を一人以上選んでください");
        chromium.inspect(city, "material-form-no-members");

        StaffSignInJourneyTest.member(chromium, insurer);
        SampleMaterial waiting = SampleMaterial.of(insurer, office)
                .with("openFromOn", "20261121")
                .published(MEMBER);
        SampleMaterial ended =
                SampleMaterial.of(insurer, office).with("panelNo", "4").published(MEMBER);
        city.navigate(ended.ofMunicipality());
        city.locator("#recallReason").fill(DIGITS);
        Chromium.press(city.locator("main"), "取り戻す");
        assertThat(city.locator("#recallReason-error")).containsText("取り戻す理由を");
        chromium.inspect(city, "material-recall-wrong");
        move(ended, "open_to = timestamptz '2026-11-20 08:59+09'");
        city.locator("#recallReason").fill("宛先の誤り");
        Chromium.press(city.locator("main"), "取り戻す");
        assertThat(city.locator("#errors")).containsText("公開が終わったか、すでに取り戻した資料です");
        assertThat(city.locator("main")).containsText("公開終了");
        chromium.inspect(city, "material-ended");
        city.navigate(waiting.ofMunicipality());
        assertThat(city.locator("main")).containsText("公開前");
        chromium.inspect(city, "material-waiting");
        city.navigate("/committee-material");
        assertThat(city.locator("tbody tr")).hasCount(2);
        chromium.inspect(city, "material-list-states");
    }

    @Test
    void a_new_version_is_asked_for_as_the_first_was_and_not_taken_once_the_set_was_called_back() {
        StaffSignInJourneyTest.member(chromium, insurer);
        SampleMaterial sample = SampleMaterial.of(insurer, office).published(MEMBER);
        Page city = chromium.staff(insurer);
        city.navigate(sample.ofMunicipality() + "/replace");
        Chromium.press(city.locator("main"), "送って次へ");
        city.locator("#file")
                .setInputFiles(new FilePayload("shinsakai.pdf", "application/pdf", SampleMaterial.papers("B3")));
        chromium.inspect(city, "material-upload-replace");
        Chromium.press(city.locator("main"), "送って次へ");
        assertThat(city.locator("h1")).hasText("新しい版の内容");
        chromium.inspect(city, "material-form-replace");
        city.locator("#changeRemark").fill("二次判定を直しました");
        Assertions.assertThat(office.post(
                                sample.ofMunicipality() + "/recall",
                                Map.of("recallReason", "宛先の誤り", "_csrf", office.csrf()))
                        .body())
                .contains("資料を取り戻しました");
        Chromium.press(city.locator("main"), "新しい版を公開する");
        assertThat(city.locator("#errors")).containsText("この画面では差し替えられません");
        assertThat(city.locator("main")).containsText("取戻し済み");
        chromium.inspect(city, "material-replace-late");
    }

    /** Once all are drawn, so that nobody draws it again. */
    private void cannotBeDrawn(int page, String problem) {
        Await.until(
                () -> Loads.database()
                                .sql("select count(*) from documents.page where insurer_number = ?")
                                .param(insurer.value())
                                .query(Integer.class)
                                .single()
                        == PAGES,
                DEADLINE);
        Loads.database()
                .sql("delete from documents.page where insurer_number = ? and page = ?")
                .params(insurer.value(), page)
                .update();
        Loads.database().sql("""
                insert into documents.page (insurer_number, sha256, page, words, problem, drawn_at)
                select insurer_number, sha256, ?, '', ?, drawn_at from documents.page
                where insurer_number = ? and page = 1""").params(page, problem, insurer.value()).update();
    }

    private void move(SampleMaterial sample, String what) {
        Loads.database()
                .sql("update committee.meeting set " + what + " where insurer_number = ? and meeting = ?::uuid")
                .params(insurer.value(), sample.id())
                .update();
    }
}
