package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import org.junit.jupiter.api.Test;

/** A browser that runs no script, as the server sees it. */
class WithoutScriptTest {

    private static final String FORM = "/office/users/new";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:%1$d.0) Gecko/20100101 Firefox/%1$d.0";
    private static final String MARKED =
            "<form name=\"(mark-[-0-9a-f]+)-\\d+\" .*><input type=\"hidden\" name=\"\\1\" disabled>";

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
        HttpResponse<String> form = browser.get(FORM);
        assertThat(caching(form)).contains("no-store");
        assertThat(form.body()).doesNotContain("name=\"mark-");

        HttpResponse<String> ofNobody = OfficeBrowser.with(null).get(WithoutScript.PATH);
        assertThat(ofNobody.statusCode()).isEqualTo(204);
        assertThat(ofNobody.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void firefox_may_keep_such_a_page_from_the_version_on_that_was_seen_to_forget_it() {
        OfficeBrowser browser = OfficeBrowser.of(office);
        browser.get("/office");
        forgets(browser);
        assertThat(caching(browser.getAs(FIREFOX.formatted(152), FORM))).contains("no-store");
        assertThat(caching(browser.getAs(FIREFOX.formatted(153), FORM))).isEqualTo("private, no-cache");
        assertThat(caching(browser.getAs(FIREFOX.formatted(1000), FORM))).isEqualTo("private, no-cache");
        assertThat(caching(browser.getAs(FIREFOX.formatted(153), "/office/users")))
                .contains("no-store");
    }

    @Test
    void each_form_of_such_a_page_is_another_after_each_sign_in() {
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            OfficeBrowser browser = OfficeBrowser.of(office);
            browser.get("/office");
            forgets(browser);
            String page = browser.getAs(FIREFOX.formatted(153), FORM).body();
            List<String> forms = Pattern.compile("<form[^>]*>(<input[^>]*>)?")
                    .matcher(page)
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(forms).hasSizeGreaterThan(1).doesNotHaveDuplicates();
            assertThat(forms).allSatisfy(form -> assertThat(form).matches(MARKED));
            marks.addAll(forms);
        }
        assertThat(marks).doesNotHaveDuplicates();
    }

    private static String caching(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Control").orElseThrow();
    }

    private static Optional<String> forgets(OfficeBrowser browser) {
        return browser.get(WithoutScript.PATH).headers().firstValue("Clear-Site-Data");
    }
}
