package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
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

/** 遅れて届くスクリプト: what was typed on a slow line before the page's script had come is not lost either. */
@Tag("browser")
class LateScriptJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String FORM = "/office/users/new";

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void what_was_left_half_filled_is_there_again() throws CertificateEncodingException {
        Page page = OfficeJourneyTest.signedIn(chromium, SampleOffice.near(insurer), true);
        comesAfter(
                page,
                "keep",
                () -> page.navigate(FORM, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT)),
                () -> page.locator("#cardInsured").fill(FullRecords.PERSON));
        LateFormJourneyTest.leave(page);
        Page another = page.context().newPage(); // with no memory of its own
        another.navigate(FORM);
        assertThat(another.locator("#cardInsured")).hasValue(FullRecords.PERSON);
    }

    @Test
    void a_letter_is_saved() throws CertificateEncodingException {
        TestServer.start(insurer);
        Page doctor = OfficeJourneyTest.signedIn(chromium, SampleOffice.clinic(insurer), true);
        UserJourneyTest.menu(doctor, "主治医意見書");
        OpinionJourneyTest.begin(doctor, insurer);
        comesAfter(
                doctor,
                "letter",
                () -> doctor.locator("main ol a").last().click(),
                () -> doctor.locator("#remarks").fill("早い"));
        assertThat(doctor.locator("#autosave")).containsText("保存しました");
    }

    /**
     * Waits until the script has come.
     *
     * @param script the beginning of its file's name
     * @param opens the page, waiting only until it begins to come
     */
    private static void comesAfter(Page page, String script, Runnable opens, Runnable types) {
        List<Route> asked = new ArrayList<>();
        String address = "**/static/" + script + "*.js";
        page.route(address, asked::add);
        opens.run();
        types.run();
        page.waitForCondition(() -> !asked.isEmpty());
        page.unroute(address);
        asked.forEach(Route::resume);
        page.waitForLoadState();
    }
}
