package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import kaigo.Handles;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 登録内容の照会: an officer answers what an office saw before the last change. */
@Tag("browser")
class RecordsJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void from_a_wrong_number_over_the_present_to_what_was_shown_before() {
        FullRecords records = new FullRecords(insurer);
        records.person();
        records.send("M03", row -> row);
        records.send("M08", row -> row);
        records.send("M03", row -> FullRecords.updated(FullRecords.changed(row), "2"));
        Page page = chromium.staff(insurer);
        page.navigate("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登録内容"))
                .click();
        page.locator("#number").fill("１２３");
        page.locator("button:has-text('表示する')").click();
        assertThat(page.locator("#number-error")).containsText("数字10桁");
        chromium.inspect(page, "records-wrong");

        page.locator("#number").fill("０００００００００１");
        page.locator("button:has-text('表示する')").click();
        assertThat(page.locator(".lead")).containsText("現在の内容です");
        String ratio = page.locator("section:has(#M03) .facts").innerText();
        page.locator("summary").first().click();
        chromium.inspect(page, "records-now");

        page.locator("section:has(#changes) li a").nth(1).click();
        assertThat(page.locator(".lead")).containsText("の時点に表示していた内容です");
        org.assertj.core.api.Assertions.assertThat(
                        page.locator("section:has(#M03) .facts").innerText())
                .isNotEqualTo(ratio);
        chromium.inspect(page, "records-past");
        page.locator("section:has(#changes) li a").last().click();
        assertThat(page.locator("#M01")).isVisible();
        assertThat(page.locator("#M03")).hasCount(0);
        page.navigate("/records/" + Handles.of(insurer, "0000000009"));
        assertThat(page.locator(".notice")).containsText("これまでにありません");
        chromium.inspect(page, "records-none");
    }
}
