package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.Accounts;
import kaigo.identity.NewAccount;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has no certificate signs in with password and code, in the system's browser. */
@Tag("browser")
class StaffSignInJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void a_member_types_the_code_that_came_by_mail() {
        Page page = halfSignedIn(chromium, insurer);
        page.getByLabel("ワンタイムコード").fill("x");
        Chromium.press(page.locator("main"), "サインイン");
        assertThat(page.locator("#errors")).containsText("コードが違います");
        chromium.inspect(page, "member-code-wrong");
        withCode(page, insurer);
        chromium.inspect(page, "member-home");
    }

    /** A 審査会委員, signed in. */
    static Page member(Chromium chromium, InsurerNumber insurer) {
        return withCode(halfSignedIn(chromium, insurer), insurer);
    }

    private static Page halfSignedIn(Chromium chromium, InsurerNumber insurer) {
        TestServer.bean(DemoAccounts.class)
                .create(NewAccount.member(insurer, "iin", "見本　審美", mail(insurer)), "架空市の審査会委員");
        Page page = chromium.open(true);
        page.navigate("/sign-in");
        Chromium.fill(page, insurer, "iin");
        assertThat(page.locator("h1")).containsText("ワンタイムコード");
        return page;
    }

    private static Page withCode(Page page, InsurerNumber insurer) {
        String mail = TestServer.mailsTo(mail(insurer)).getLast();
        page.getByLabel("ワンタイムコード").fill(mail.replaceAll("(?s).*?([0-9]{6}).*", "$1"));
        Chromium.press(page.locator("main"), "サインイン");
        assertThat(page.locator("h1")).containsText("認定審査会");
        return page;
    }

    private static String mail(InsurerNumber insurer) {
        return "iin@" + insurer.value() + ".example";
    }

    @Test
    void a_member_of_the_staff_changes_the_initial_password_first() {
        String mail = "tanaka@" + insurer.value() + ".example";
        String initial = TestServer.bean(Accounts.class)
                .putInitial(new NewAccount(insurer, "tanaka", "見本　花子", null, mail, false));
        Page page = chromium.open(true);
        page.navigate("/sign-in");
        page.getByLabel("保険者番号").fill(insurer.value());
        page.getByLabel("ユーザーID").fill("tanaka");
        page.getByLabel("パスワード").fill(initial);
        Chromium.press(page.locator("main"), "サインイン");
        page.getByLabel("ワンタイムコード").fill(TestServer.mailsTo(mail).getLast().replaceAll("(?s).*?([0-9]{6}).*", "$1"));
        Chromium.press(page.locator("main"), "サインイン");
        assertThat(page.locator(".notice-warning")).containsText("パスワードを変えてください");
        chromium.inspect(page, "own-account-initial");

        change(page, initial, "123456789012");
        assertThat(page.locator("#errors")).containsText("よく使われるもの");
        chromium.inspect(page, "own-account-wrong");
        change(page, initial, "kaze-no-tani-no-ie");
        assertThat(page.locator(".notice-done")).containsText("パスワードを変更しました");
        chromium.inspect(page, "own-account");
        page.navigate("/consents/ended");
        assertThat(page.locator("h1")).containsText("終わった同意");
        chromium.inspect(page, "consents-ended-none");
    }

    private static void change(Page page, String present, String wanted) {
        page.locator("[name=presentPassword]").fill(present);
        page.locator("[name=newPassword]").fill(wanted);
        page.locator("[name=newPasswordAgain]").fill(wanted);
        Chromium.press(page.locator("main"), "パスワードを変更する");
    }
}
