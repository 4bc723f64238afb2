package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** スクリプトを使わない端末: what was typed stands there again after the back button, until the session is over. */
@Tag("browser")
class WithoutScriptJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String FORM = "/office/users/new";

    private final SampleOffice office = SampleOffice.near(TestServer.insurerDaily());

    @Test
    void what_was_typed_is_there_again_after_the_back_button() throws CertificateEncodingException {
        Page page = leftHalfFilled();
        page.goBack();
        assertThat(page.locator("#cardInsured")).hasValue(FullRecords.PERSON);
        assertThat(page.locator("input[name=cardSex]").last()).isChecked();
    }

    @Test
    void after_the_sign_out_it_is_there_no_more() throws CertificateEncodingException {
        Page page = leftHalfFilled();
        Chromium.press(page.locator("header"), "サインアウト");
        assertThat(page.locator("main")).containsText("サインアウトしました");
        backToTheForm(page);
    }

    @Test
    void nor_for_whoever_signs_in_at_the_same_terminal_then() throws CertificateEncodingException {
        Page page = leftHalfFilled();
        Chromium.press(page.locator("header"), "サインアウト");
        anotherGoesBackToTheForm(page);
        assertThat(page.locator("#cardInsured")).hasValue("");
    }

    @Test
    void nor_if_nobody_had_signed_out() throws CertificateEncodingException {
        Page page = leftHalfFilled();
        page.navigate("/office/sign-in");
        anotherGoesBackToTheForm(page);
        assertThat(page.locator("#cardInsured")).hasValue("");
    }

    @Test
    void nor_is_it_when_the_time_of_a_page_was_over() throws CertificateEncodingException {
        backToTheFormAfterItsTime("/idle?office");
    }

    @Test
    void nor_when_the_session_was_found_to_be_over() throws CertificateEncodingException {
        backToTheFormAfterItsTime("/office");
    }

    @Test
    void only_a_page_with_such_a_form_may_stay_and_only_in_such_a_browser() throws CertificateEncodingException {
        Page page = OfficeJourneyTest.signedIn(chromium, office, false);
        assertThat(caching(page.navigate("/office/users"))).contains("no-store");
        assertThat(caching(page.navigate(FORM))).isEqualTo("private, no-cache");
        Page other = OfficeJourneyTest.signedIn(chromium, office, true);
        assertThat(caching(other.navigate(FORM))).contains("no-store");
    }

    private static String caching(Response answer) {
        return answer.headerValue("cache-control");
    }

    /** A care manager has typed a number, ticked a box and gone on to another page. */
    private Page leftHalfFilled() throws CertificateEncodingException {
        Page page = OfficeJourneyTest.signedIn(chromium, office, false);
        page.navigate(FORM);
        page.locator("#cardInsured").fill(FullRecords.PERSON);
        page.locator("input[name=cardSex]").last().check();
        UserJourneyTest.menu(page, "利用者一覧");
        assertThat(page.locator("h1")).hasText("利用者一覧");
        return page;
    }

    private void anotherGoesBackToTheForm(Page page) {
        office.withAdministrator();
        OfficeJourneyTest.fill(page, SampleOffice.ADMINISTRATOR, SampleOffice.PASSWORD);
        page.getByLabel("ワンタイムコード").fill(office.code(SampleOffice.ADMINISTRATOR));
        Chromium.press(page.locator("main"), "サインイン");
        assertThat(page.locator("h1")).hasText("はじめの画面");
        while (!page.url().endsWith(FORM)) {
            assertThat(page.goBack()).isNotNull();
        }
    }

    /** @param next address of the page that comes up once the time is over */
    private void backToTheFormAfterItsTime(String next) throws CertificateEncodingException {
        Page page = leftHalfFilled();
        TestSessions.age(Duration.ofMinutes(31));
        page.navigate(next);
        backToTheForm(page);
    }

    /** As far back as the form: it is asked for anew, and leads to the sign-in. */
    private static void backToTheForm(Page page) {
        for (int i = 0; i < 2; i++) {
            page.goBack();
            assertThat(page.locator("h1")).hasText("事業所・医療機関のサインイン");
        }
    }
}
