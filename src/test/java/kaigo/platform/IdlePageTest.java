package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kaigo.Await;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.SampleUsers;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** A page that is left open leaves the screen when its session is over, and keeps none alive (docs/security.md). */
class IdlePageTest {

    private static final String AFTER = String.valueOf(30 * 60 + 10);

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void a_page_of_somebody_who_is_signed_in_goes_when_the_session_is_over() {
        assertThat(refresh(Browser.of(insurer).get("/files"))).hasValue(AFTER + "; url=/idle");
        assertThat(refresh(OfficeBrowser.of(SampleOffice.near(insurer)).get("/office")))
                .hasValue(AFTER + "; url=/idle?office");
        assertThat(refresh(SampleUsers.insured(insurer).get("/my"))).hasValue(AFTER + "; url=/idle?my");
    }

    @Test
    void a_page_of_nobody_stays() {
        for (String path : List.of("/sign-in", "/my/sign-in", "/interfaces", "/idle", "/no-such-page")) {
            assertThat(refresh(new Browser().get(path))).as(path).isEmpty();
        }
    }

    @Test
    void what_comes_instead_says_why_and_leads_to_where_one_signs_in() {
        Browser browser = Browser.of(insurer);
        assertThat(browser.get("/idle").body())
                .contains("しばらく操作がなかったため、サインアウトしました", "href=\"/sign-in\"")
                .doesNotContain(insurer.value(), "_csrf");
        assertThat(browser.get("/idle?office").body()).contains("href=\"/office/sign-in\"");
        assertThat(browser.get("/idle?my").body()).contains("href=\"/my/sign-in\"");
        HttpResponse<String> other = browser.get("/idle?//elsewhere.example");
        assertThat(other.body()).contains("href=\"/sign-in\"").doesNotContain("elsewhere");
        assertThat(other.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    /** The container still notes the end of the answer before a while after it has come: then it is made older once more. */
    @Test
    void it_keeps_no_session_alive_and_begins_none() {
        assertThat(new Browser().get("/idle").headers().firstValue("Set-Cookie"))
                .isEmpty();
        Browser browser = Browser.of(insurer);
        Await.until(
                () -> {
                    Sessions.unused(browser, Duration.ofMinutes(29));
                    browser.get("/idle");
                    return Sessions.of(browser).getIdleTime()
                            > Duration.ofMinutes(28).toMillis();
                },
                Duration.ofSeconds(20));
    }

    @Test
    void the_browser_is_told_to_forget_its_pages_when_a_session_is_over() {
        SampleOffice office = SampleOffice.near(insurer);
        OfficeBrowser browser = OfficeBrowser.of(office);
        assertThat(forgets(browser.get("/office/users"))).isEmpty();
        HttpResponse<String> idle = browser.get("/idle?office");
        assertThat(forgets(idle)).hasValue("\"cache\"");
        assertThat(idle.body())
                .as("once more, when the page before it has gone into the browser's memory")
                .contains("<noscript><img src=\"/idle\"");
        Loads.database()
                .sql("delete from identity.screen_session where number = ?")
                .param(office.id.number())
                .update();
        assertThat(forgets(browser.get("/office/users").previousResponse().orElseThrow()))
                .hasValue("\"cache\"");
        HttpResponse<String> ofNobody = OfficeBrowser.with(office.certificate)
                .get("/office/users")
                .previousResponse()
                .orElseThrow();
        assertThat(forgets(ofNobody)).isEmpty();
    }

    private static Optional<String> forgets(HttpResponse<String> answer) {
        return answer.headers().firstValue("Clear-Site-Data");
    }

    private static Optional<String> refresh(HttpResponse<String> answer) {
        return answer.headers().firstValue("Refresh");
    }
}
