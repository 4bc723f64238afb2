package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import org.junit.jupiter.api.Test;

/** What one has typed no browser puts into the form of whoever signs in next: it is another form (docs/decisions/0036). */
class FormMarksTest {

    private static final String PAGE = "/office/users/new";
    private static final String MARKED =
            "<form .* name=\"(mark-[-_0-9A-Za-z]{10})-\\d+\"><input type=\"hidden\" name=\"\\1\" disabled>";

    private final SampleOffice office = SampleOffice.near(TestServer.insurerDaily());

    @Test
    void each_form_of_a_page_is_another_one_and_another_after_each_sign_in() {
        List<String> forms = forms(OfficeBrowser.of(office));
        assertThat(forms).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(forms).allSatisfy(form -> assertThat(form).matches(MARKED));
        assertThat(forms(OfficeBrowser.of(office))).hasSameSizeAs(forms).doesNotContainAnyElementsOf(forms);
    }

    @Test
    void also_after_one_into_a_session_that_somebody_else_had_left() {
        OfficeBrowser browser = OfficeBrowser.of(office);
        List<String> forms = forms(browser);
        office.withAdministrator();
        browser.password(SampleOffice.ADMINISTRATOR, SampleOffice.PASSWORD);
        browser.code(office.code(SampleOffice.ADMINISTRATOR));
        assertThat(forms(browser)).hasSameSizeAs(forms).doesNotContainAnyElementsOf(forms);
    }

    @Test
    void to_whoever_comes_back_it_is_the_same() {
        OfficeBrowser browser = OfficeBrowser.of(office);
        List<String> forms = forms(browser);
        browser.get("/office/users");
        assertThat(forms(browser)).isEqualTo(forms);
    }

    @Test
    void nobodys_page_has_none() {
        assertThat(new Browser().get("/sign-in").body()).contains("<form ").doesNotContain("name=\"mark-");
    }

    private static List<String> forms(OfficeBrowser browser) {
        return Pattern.compile("<form[^>]*>(<input[^>]*>)?")
                .matcher(browser.get(PAGE).body())
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
