package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import org.junit.jupiter.api.Test;

/** A browser that runs no script, as the server sees it. */
class WithoutScriptTest {

    private final SampleOffice office = SampleOffice.near(TestServer.insurerDaily());

    @Test
    void whoever_tells_it_for_the_first_time_after_a_sign_in_is_told_to_forget_what_was_before() {
        OfficeBrowser browser = OfficeBrowser.of(office);
        browser.get("/office");
        assertThat(forgets(browser)).hasValue("\"cache\"");
        browser.get("/office/users/new");
        assertThat(forgets(browser)).isEmpty();

        office.withAdministrator();
        browser.password(SampleOffice.ADMINISTRATOR, SampleOffice.PASSWORD);
        browser.code(office.code(SampleOffice.ADMINISTRATOR));
        browser.get("/office");
        assertThat(forgets(browser)).hasValue("\"cache\"");
    }

    @Test
    void whoever_is_not_known_to_forget_may_keep_nothing_and_nobody_begins_a_session_with_it() {
        OfficeBrowser browser = OfficeBrowser.of(office);
        browser.get("/office");
        forgets(browser);
        HttpResponse<String> form = browser.get("/office/users/new");
        assertThat(form.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(form.body()).doesNotContain("name=\"mark-");

        HttpResponse<String> ofNobody = OfficeBrowser.with(null).get(WithoutScript.PATH);
        assertThat(ofNobody.statusCode()).isEqualTo(204);
        assertThat(ofNobody.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static Optional<String> forgets(OfficeBrowser browser) {
        return browser.get(WithoutScript.PATH).headers().firstValue("Clear-Site-Data");
    }
}
