package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.List;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A care manager's work without a mouse: from the four items of a card to the printed form. */
@Tag("browser")
class KeyboardJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);

    @Test
    void by_keyboard_alone_one_adds_a_person_takes_consent_opens_the_form_and_prints_it()
            throws CertificateEncodingException {
        TestServer.start(insurer);
        records.person();
        records.send("M02", row -> row);
        records.send("M08", row -> FullRecords.certified(row, "0"));
        Page page = OfficeJourneyTest.signedIn(chromium, SampleOffice.near(insurer), true);
        press(page, page.locator(".menu").getByText("利用者一覧"), "Enter");
        assertThat(page.locator("h1")).hasText("利用者一覧");
        press(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("利用者を追加する")), "Enter");
        addsByFourItems(page);
        press(page, page.locator(".tabs").getByText("同意", exact()), "Enter");
        assertThat(page.locator("h1")).hasText("同意");
        takesConsent(page);
        press(page, page.locator(".tabs").getByText("認定情報"), "Enter");
        assertThat(page.locator("h1")).hasText("認定情報");
        press(page, page.locator("main").getByText("帳票形式", exact()), "Enter");
        assertThat(page.locator(".sheet h2")).isVisible();
        press(page, page.locator("main nav").getByText("認定調査票", exact()), "Enter");
        assertThat(page.locator(".sheet h2")).hasText("認定調査票");
        prints(page);
    }

    private void addsByFourItems(Page page) {
        Keyboard.to(page, page.locator("#cardInsurer"));
        page.keyboard().type(insurer.value());
        Keyboard.to(page, page.locator("#cardInsured"));
        page.keyboard().type(FullRecords.PERSON);
        Keyboard.to(page, page.getByLabel("生年月日"));
        page.keyboard().type("S9.6.11");
        press(page, page.getByLabel("男性"), "Space");
        page.keyboard().press("Enter");
        assertThat(page.locator("main .notice-done")).containsText("本人確認ができました");
        assertThat(page.locator(".who")).containsText("架空　太郎");
    }

    private static void takesConsent(Page page) {
        press(page, page.locator("main").getByText("同意・撤回を記録する"), "Enter");
        assertThat(page.locator("h1")).hasText("同意の記録");
        press(page, page.getByLabel("文を読み上げました"), "Space");
        press(page, page.locator("#answer"), "Space");
        press(page, page.locator("#speaker"), "Space");
        press(page, page.locator("main").getByText("記録する", exact()), "Enter");
        assertThat(page.locator("main .notice-done")).containsText("同意を記録しました");
    }

    private static void prints(Page page) {
        List<String> printed = new ArrayList<>();
        page.context()
                .onResponse(answer ->
                        printed.add(answer.status() + " " + answer.headers().get("content-type")));
        Keyboard.to(page, page.locator("main").getByText("帳票形式で印刷する（PDF）"));
        Page paper = page.waitForPopup(() -> page.keyboard().press("Enter"));
        page.context().waitForCondition(() -> printed.contains("200 application/pdf"));
        paper.close();
    }

    private static void press(Page page, Locator wanted, String key) {
        Keyboard.press(page, wanted, key);
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
