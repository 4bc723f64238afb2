package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A member of the committee signs in with password and code, in the system's browser. */
@Tag("browser")
class MemberJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void a_member_types_the_code_that_came_by_mail() {
        String mail = "iin@" + insurer.value() + ".example";
        TestServer.bean(DemoAccounts.class).create(NewAccount.member(insurer, "iin", "見本　審美", mail), "架空市の審査会委員");
        Page page = chromium.open(true);
        page.navigate("/sign-in");
        Chromium.fill(page, insurer, "iin");
        assertThat(page.locator("h1")).containsText("ワンタイムコード");
        page.getByLabel("ワンタイムコード").fill("x");
        Chromium.press(page.locator("main"), "サインイン");
        assertThat(page.locator("#errors")).containsText("コードが違います");
        chromium.inspect(page, "member-code-wrong");
        page.getByLabel("ワンタイムコード").fill(TestServer.mailsTo(mail).getLast().replaceAll("(?s).*?([0-9]{6}).*", "$1"));
        Chromium.press(page.locator("main"), "サインイン");
        assertThat(page.locator("h1")).containsText("認定審査会");
        chromium.inspect(page, "member-home");
    }
}
