package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.OneRecord;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 今日の連携: a day of a municipality of 方式②, from the missing file to the mended record. */
@Tag("browser")
class DayJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void a_day_goes_from_nothing_over_errors_to_all_done() {
        Page page = chromium.staff(insurer);
        page.navigate("/day");
        assertThat(page.locator("#late")).containsText("日次のファイルが届いていません");
        chromium.inspect(page, "day-late");

        OneRecord records = new OneRecord(insurer);
        records.send("M03");
        Loads.load(insurer, file("080000").add("1", "9000000001", "", "架空").with(9, "19341399"));
        page.navigate("/");
        assertThat(page.locator("#today")).containsText("直して送るものが 1 件あります");
        chromium.inspect(page, "start-day");
        page.locator("#today a").click();
        assertThat(page.locator("h1")).hasText("今日の連携");
        assertThat(page.locator("#if-M01 .state")).hasText("エラーあり");
        assertThat(page.locator("#if-M03 .state")).hasText("M01待ち");
        chromium.inspect(page, "day-errors");

        page.locator(".causes a").first().click();
        assertThat(page.locator("#only-cause")).hasAttribute("aria-current", "true");
        assertThat(page.locator("#table tbody tr")).hasCount(1);
        chromium.inspect(page, "file-cause");

        Loads.load(insurer, file("090000").add("1", "9000000001", "123456789018", "架空"));
        page.navigate("/day");
        assertThat(page.locator("#if-M01 .state")).hasText("登録済み");
        assertThat(page.locator(".causes .state-done")).isHidden();
        page.locator("#done summary").click();
        assertThat(page.locator(".causes .state-done")).isVisible();
        chromium.inspect(page, "day-mended");

        page.locator("#before").click();
        assertThat(page.locator("h1")).containsText("11月19日（2026/11/19）の連携");
        page.locator("#after").click();
        assertThat(page.locator("h1")).hasText("今日の連携");
    }

    @Test
    void before_the_daily_link_the_page_says_so() {
        Page page = chromium.staff(TestServer.insurerLoading());
        page.navigate("/day");
        assertThat(page.locator("#live")).containsText("日次の連携はまだ始まっていません");
        chromium.inspect(page, "day-before-start");
    }

    @Test
    void a_day_in_work_moves_by_itself() {
        Page page = chromium.staff(insurer);
        Loads.withoutLoading(() -> {
            Loads.send(insurer, file("080000").add("1", "9000000001", "123456789018", "架空"));
            page.navigate("/day");
            assertThat(page.locator("#if-M01 .state")).hasText("届いた");
            page.locator("#before").focus();
        });
        assertThat(page.locator("#if-M01 .state"))
                .hasText(
                        "登録済み",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(30_000));
        assertThat(page.locator("#before")).isFocused();
    }

    private M01File file(String time) {
        return new M01File(insurer, "D").createdAt("20261120" + time);
    }
}
