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

    private static final String FORM = "/office/users/new";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:%1$d.0) Gecko/20100101 Firefox/%1$d.0";

    private final SampleOffice office = SampleOffice.near(TestServer.insurerDaily());

    @Test
    void whoever_tells_it_for_the_first_time_after_a_sign_in_is_told_to_forget_what_was_before() {
        OfficeBrowser browser = OfficeBrowser.of(office);
        browser.get("/office");
        assertThat(forgets(browser)).hasValue("\"cache\"");
        browser.get(FORM);
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
        assertThat(caching(browser.get(FORM))).contains("no-store");

        HttpResponse<String> ofNobody = OfficeBrowser.with(null).get(WithoutScript.PATH);
        assertThat(ofNobody.statusCode()).isEqualTo(204);
        assertThat(ofNobody.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void firefox_may_keep_such_a_page_from_the_version_on_that_was_seen_to_forget_it() {
        OfficeBrowser browser = OfficeBrowser.of(office);
        browser.get("/office");
        forgets(browser);
        assertThat(caching(asFirefox(browser, 152, FORM))).contains("no-store");
        assertThat(caching(asFirefox(browser, 153, FORM))).isEqualTo("private, no-cache");
        assertThat(caching(asFirefox(browser, 1000, FORM))).isEqualTo("private, no-cache");
        assertThat(caching(asFirefox(browser, 153, "/office/users"))).contains("no-store");
    }

    @Test
    void on_a_line_that_the_browser_does_not_trust_it_forgets_nothing_and_may_keep_nothing() {
        OfficeBrowser browser = OfficeBrowser.of(office);
        browser.get("/office");
        forgets(browser);
        assertThat(caching(browser.getWith(FORM, "User-Agent", FIREFOX.formatted(153))))
                .contains("no-store");
        assertThat(caching(browser.getWith(FORM, "Sec-CH-UA", "\"Chromium\";v=\"156\"")))
                .contains("no-store");
    }

    private static HttpResponse<String> asFirefox(OfficeBrowser browser, int version, String path) {
        return browser.getWith(path, "User-Agent", FIREFOX.formatted(version), "Sec-Fetch-Site", "same-origin");
    }

    private static String caching(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Control").orElseThrow();
    }

    private static Optional<String> forgets(OfficeBrowser browser) {
        return browser.get(WithoutScript.PATH).headers().firstValue("Clear-Site-Data");
    }
}
