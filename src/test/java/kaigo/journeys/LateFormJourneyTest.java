package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 時間切れ: what was typed outlives the session, for whoever typed it and nobody else. */
@Tag("browser")
class LateFormJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String UNSENT = "前に入力して、まだ送っていない内容";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);

    @Test
    void a_form_that_is_sent_too_late_is_sent_after_signing_in_without_script_too()
            throws CertificateEncodingException {
        Page page = typed(false);
        TestSessions.age(Duration.ofMinutes(31));
        Chromium.press(page.locator("main"), "本人確認をする");
        assertThat(page.locator("h1")).hasText("サインアウトしました");
        signIn(page, SampleOffice.LOGIN);
        assertThat(page.locator("h1")).hasText("送れなかった入力が残っています");
        assertThat(page.locator("main")).containsText("利用者の追加（本人確認）");
        Chromium.press(page.locator("main"), "「利用者の追加（本人確認）」の入力を送る");
        assertThat(page.locator("#errors")).containsText("生年月日");
        assertThat(page.locator("#cardInsured")).hasValue(FullRecords.PERSON);
        page.navigate("/office");
        assertThat(page.locator("h1")).hasText("はじめの画面");
    }

    @Test
    void what_was_typed_on_a_page_that_was_left_open_is_not_lost_either() throws CertificateEncodingException {
        Page page = typed(true);
        TestSessions.age(Duration.ofMinutes(31));
        page.navigate("/idle?office");
        signIn(page, SampleOffice.LOGIN);
        assertThat(page.locator("h1")).hasText("送れなかった入力が残っています");
        chromium.inspect(page, "kept");
        Chromium.press(page.locator("main"), "送らずに消す");
        assertThat(page.locator("h1")).hasText("はじめの画面");
        page.navigate("/office/kept");
        assertThat(page.locator("h1")).hasText("はじめの画面");
    }

    @Test
    void what_was_typed_in_a_window_that_was_left_open_is_kept_though_another_has_signed_in_anew()
            throws CertificateEncodingException {
        Page page = typed(true);
        Page other = signedInAnew(page);
        page.navigate("/idle?office");
        other.waitForCondition(() -> {
            other.navigate("/office");
            return other.locator("h1").textContent().equals("送れなかった入力が残っています");
        });
        assertThat(other.locator("main")).containsText("利用者の追加（本人確認）");
    }

    @Test
    void what_is_sent_from_such_a_window_is_kept_as_well() throws CertificateEncodingException {
        Page page = typed(true);
        signedInAnew(page);
        Chromium.press(page.locator("main"), "本人確認をする");
        assertThat(page.locator("h1")).hasText("送れなかった入力が残っています");
    }

    @Test
    void what_was_typed_in_a_session_that_was_ended_elsewhere_is_not_lost_either() throws CertificateEncodingException {
        Page page = typed(true);
        Loads.database()
                .sql("delete from identity.screen_session where number = ?")
                .param(office.id.number())
                .update();
        Chromium.press(page.locator("main"), "本人確認をする");
        assertThat(page.locator("h1")).containsText("サインイン");
        signIn(page, SampleOffice.LOGIN);
        assertThat(page.locator("h1")).hasText("送れなかった入力が残っています");
        assertThat(page.locator("main")).containsText("利用者の追加（本人確認）");
    }

    @Test
    void what_is_sent_while_the_line_is_down_stays_in_the_form() throws CertificateEncodingException {
        Page page = typed(true);
        page.context().setOffline(true);
        Chromium.press(page.locator("main"), "本人確認をする");
        assertThat(page.locator("form > [role=alert]").first()).containsText("つながりません");
        assertThat(page.locator("#cardInsured")).hasValue(FullRecords.PERSON);
        page.context().setOffline(false);
        Chromium.press(page.locator("main"), "本人確認をする");
        assertThat(page.locator("#errors")).containsText("生年月日");
    }

    @Test
    void whoever_goes_back_from_what_he_has_typed_is_asked_first() throws CertificateEncodingException {
        Page page = typed(true);
        page.locator("#cardInsured").press("End");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.evaluate("() => history.back()");
        page.waitForCondition(() -> !asked.isEmpty());
        Assertions.assertThat(asked).containsExactly("beforeunload");
        assertThat(page.locator("#cardInsured")).hasValue(FullRecords.PERSON);
    }

    @Test
    void whoever_leaves_what_came_back_with_an_error_is_asked_and_finds_the_form_again()
            throws CertificateEncodingException {
        Page page = typed(true);
        Chromium.press(page.locator("main"), "本人確認をする");
        assertThat(page.locator("#errors")).containsText("生年月日");
        page.locator("#cardInsured").press("End");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        UserJourneyTest.menu(page, "利用者一覧");
        assertThat(page.locator("h1")).hasText("利用者一覧");
        Assertions.assertThat(asked).containsExactly("beforeunload");
        page.goBack();
        assertThat(page.locator("h1")).hasText("利用者の追加（本人確認）");
        assertThat(page.locator("#cardInsured")).hasValue(FullRecords.PERSON);
        assertThat(page.locator("main")).containsText(UNSENT);
    }

    @Test
    void whoever_goes_back_to_what_he_has_left_half_filled_finds_it_until_he_throws_it_away()
            throws CertificateEncodingException {
        Page page = typed(true);
        page.locator("input[name=cardSex]").last().check();
        leave(page);
        page.goBack();
        assertThat(page.locator("main")).containsText(UNSENT);
        assertThat(page.locator("#cardInsured")).hasValue(FullRecords.PERSON);
        assertThat(page.locator("input[name=cardSex]").last()).isChecked();
        chromium.inspect(page, "unsent");
        Chromium.press(page.locator("main"), "消して入力し直す");
        assertThat(page.locator("#cardInsured")).hasValue("");
        assertThat(page.locator("main")).not().containsText(UNSENT);
        awaitNothingLeft(page);
    }

    @Test
    void what_was_left_half_filled_is_offered_when_the_session_has_ended_since() throws CertificateEncodingException {
        Page page = typed(true);
        leave(page);
        TestSessions.age(Duration.ofMinutes(31));
        page.navigate("/office");
        signIn(page, SampleOffice.LOGIN);
        assertThat(page.locator("h1")).hasText("送れなかった入力が残っています");
    }

    @Test
    void what_was_sent_does_not_come_back() throws CertificateEncodingException {
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        page.navigate("/office/users/waiting");
        page.locator("#waitingReference").fill("棚12");
        leave(page);
        page.goBack();
        assertThat(page.locator("#waitingReference")).hasValue("棚12");
        Chromium.press(page.locator("main"), "加える");
        assertThat(page.locator("#errors")).isVisible();
        page.locator("#waitingInsurer").fill(TestServer.insurerPreparing().value());
        Chromium.press(page.locator("main"), "加える");
        assertThat(page.locator("main .notice-done")).isVisible();
        awaitNothingLeft(page);
        assertThat(page.locator("#waitingReference")).hasValue("");
    }

    @Test
    void what_was_typed_about_one_person_does_not_stand_in_the_form_about_another() {
        Page page = chromium.staff(insurer);
        page.onDialog(Dialog::accept);
        Locator reference = logOf(page, FullRecords.PERSON).locator("#reference");
        page.locator("section summary").click();
        reference.fill("令8-99");
        logOf(page, "9999999999");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(reference).hasValue("");
        logOf(page, FullRecords.PERSON);
        assertThat(reference).hasValue("令8-99");
        assertThat(reference).isVisible();
    }

    @Test
    void nothing_is_offered_to_whoever_leaves_a_page_or_to_anybody_else() throws CertificateEncodingException {
        office.withAdministrator();
        Page page = typed(true);
        page.navigate("/office");
        assertThat(page.locator("h1")).hasText("はじめの画面");

        page.navigate("/office/users/new");
        page.locator("#cardInsured").fill(FullRecords.PERSON);
        TestSessions.age(Duration.ofMinutes(31));
        Chromium.press(page.locator("main"), "本人確認をする");
        assertThat(page.locator("h1")).hasText("サインアウトしました");
        signIn(page, SampleOffice.ADMINISTRATOR);
        assertThat(page.locator("h1")).hasText("はじめの画面");
    }

    @Test
    void what_was_typed_before_somebody_else_signed_in_at_the_terminal_is_not_offered_to_them()
            throws CertificateEncodingException {
        office.withAdministrator();
        Page page = typed(true);
        Page other = page.context().newPage();
        other.navigate("/office");
        Chromium.press(other.locator("header"), "サインアウト");
        signIn(other, SampleOffice.ADMINISTRATOR);
        leave(page);
        assertThat(page.locator("h1")).hasText("利用者一覧");
        other.navigate("/office/users/new");
        other.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(other.locator("#cardInsured")).hasValue("");
    }

    private static Page logOf(Page page, String number) {
        page.navigate("/access-log");
        page.locator("#number").fill(number);
        Chromium.press(page.locator("main"), "表示する");
        return page;
    }

    /** In another window of the same browser, when the session of the first is over. */
    private Page signedInAnew(Page page) {
        TestSessions.age(Duration.ofMinutes(31));
        Page other = page.context().newPage();
        signIn(other, SampleOffice.LOGIN);
        assertThat(other.locator("h1")).hasText("はじめの画面");
        return other;
    }

    static void leave(Page page) {
        page.onDialog(Dialog::accept);
        UserJourneyTest.menu(page, "利用者一覧");
        assertThat(page.locator("h1")).hasText("利用者一覧");
    }

    /** Opened anew, the page asks the server and is told of nothing. */
    private static void awaitNothingLeft(Page page) {
        page.waitForResponse(answer -> answer.url().contains("/unsent?") && answer.status() == 204, page::reload);
    }

    /** A care manager who has typed a number and not gone on. */
    private Page typed(boolean script) throws CertificateEncodingException {
        Page page = OfficeJourneyTest.signedIn(chromium, office, script);
        Runnable opened = () -> page.navigate("/office/users/new");
        if (script) { // the page asks for what was left: a request under way would renew the session
            page.waitForResponse(answer -> answer.url().contains("/unsent?"), opened);
        } else {
            opened.run();
        }
        page.locator("#cardInsured").fill(FullRecords.PERSON);
        return page;
    }

    private void signIn(Page page, String login) {
        page.navigate("/office");
        OfficeJourneyTest.fill(page, login, SampleOffice.PASSWORD);
        page.getByLabel("ワンタイムコード").fill(office.code(login));
        Chromium.press(page.locator("main"), "サインイン");
    }
}
