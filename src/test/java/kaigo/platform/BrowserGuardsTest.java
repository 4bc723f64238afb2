package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kaigo.Await;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.shared.InsurerNumber;
import org.apache.catalina.session.StandardSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every answer tells a browser, whoever asked, and what a browser cannot be made to do (docs/security.md). */
class BrowserGuardsTest {

    private static final String STYLE = "/static/kiban.css";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final String registrations = "/v1/insurers/" + insurer.value() + "/M01/registrations";
    private final HttpClient nobody = client(Systems.context(null));

    @Test
    void every_kind_of_answer_carries_the_guards() throws Exception {
        SampleOffice office = SampleOffice.near(insurer);
        HttpClient system = client(Systems.context(certificate()));
        HttpClient software = client(Systems.context(office.certificate));
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        for (String path : List.of("/sign-in", "/", "/no-such-page", "/my", "/my/sign-in", "/office", STYLE)) {
            answers.put("page " + path, get(nobody, path));
        }
        for (String path : List.of("/interfaces", "/actuator/health", "/openapi/kiban-v1.yaml", registrations)) {
            answers.put("nobody " + path, get(nobody, path));
        }
        answers.put("api", get(system, registrations));
        answers.put("api, absent", get(system, "/v1/insurers/442012/M01/registrations"));
        answers.put("reading api, no token", get(software, "/api/v1/users"));
        answers.put("office", get(software, "/office/sign-in"));
        answers.put("form without token", send(nobody, request("/sign-in").POST(BodyPublishers.noBody())));
        answers.put("script", get(nobody, "/static/upload.js"));
        answers.put("strange path", get(nobody, "/static/%2e%2e/application.yaml"));

        assertThat(answers.values()).extracting(HttpResponse::statusCode).contains(200, 302, 401, 403, 404);
        answers.forEach((what, answer) -> guarded(what, answer.headers()));
    }

    private static void guarded(String what, HttpHeaders headers) {
        assertThat(headers.firstValue("Content-Security-Policy"))
                .as(what)
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "*", "http"));
        assertThat(headers.firstValue("X-Content-Type-Options")).as(what).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).as(what).hasValue("no-referrer");
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as(what)
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("max-age=31536000").contains("includeSubDomains"));
        assertThat(headers.map().keySet()).as(what).noneMatch(name -> name.startsWith("access-control-"));
        headers.firstValue("Content-Type")
                .filter(type -> type.startsWith("text/"))
                .ifPresent(type -> assertThat(type).as(what).containsIgnoringCase("charset=utf-8"));
        boolean ours = what.endsWith(STYLE) || what.equals("script");
        assertThat(headers.firstValue("Cache-Control").orElse("").contains("no-store"))
                .as(what)
                .isNotEqualTo(ours);
    }

    @Test
    void what_a_browser_asks_for_beside_a_page_begins_no_session() throws Exception {
        HttpResponse<String> icon = get(nobody, "/favicon.ico");
        assertThat(icon.statusCode()).isEqualTo(302);
        assertThat(icon.headers().firstValue("Location").orElseThrow()).contains("/static/icon.svg");
        String ended = "JSESSIONID=" + "0".repeat(32);
        for (String path : List.of("/favicon.ico", "/apple-touch-icon.png", STYLE)) {
            HttpRequest.Builder asked = request(path)
                    .header("Accept", "image/avif,image/webp,*/*;q=0.8")
                    .header("Cookie", ended);
            assertThat(send(nobody, asked).headers().allValues("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void whoever_comes_with_the_cookie_of_a_session_that_is_over_is_told_to_forget() throws Exception {
        String ended = "JSESSIONID=" + "0".repeat(32);
        assertThat(send(nobody, request("/files").header("Cookie", ended))
                        .headers()
                        .firstValue("Clear-Site-Data"))
                .hasValue("\"cache\"");
        assertThat(get(nobody, "/files").headers().firstValue("Clear-Site-Data"))
                .isEmpty();
    }

    @Test
    void another_site_is_never_told_that_it_may_read() throws Exception {
        for (String path : List.of("/sign-in", registrations, "/api/v1/users", "/openapi/kiban-v1.yaml")) {
            HttpRequest.Builder asked = request(path)
                    .header("Origin", "https://other.example")
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "content-type");
            for (String method : List.of("OPTIONS", "GET")) {
                assertThat(send(nobody, asked.copy().method(method, BodyPublishers.noBody()))
                                .headers()
                                .map()
                                .keySet())
                        .as(method + " " + path)
                        .noneMatch(name -> name.startsWith("access-control-"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"none, 200", "same-origin, 200", "same-site, 404", "cross-site, 404"})
    void another_sites_page_gets_nothing_by_its_readers_certificate(String sentBy, int status) throws Exception {
        HttpClient system = client(Systems.context(certificate()));
        assertThat(send(system, request(registrations).header("Sec-Fetch-Site", sentBy))
                        .statusCode())
                .isEqualTo(status);
        HttpClient software = client(Systems.context(SampleOffice.near(insurer).certificate));
        assertThat(send(software, request("/api/v1/users").header("Sec-Fetch-Site", sentBy))
                        .statusCode())
                .as("without a token")
                .isEqualTo(status == 200 ? 401 : 404);
    }

    @Test
    void no_request_is_traced_and_no_folder_listed() throws Exception {
        HttpResponse<String> answer =
                send(nobody, request("/sign-in").header("X-Secret", "kumo").method("TRACE", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isIn(400, 405);
        assertThat(answer.body()).doesNotContain("kumo");
        for (String path : List.of("/static/", "/static", "/webjars/", "/.git/config", "/static/../.git/config")) {
            assertThat(get(nobody, path).statusCode()).as(path).isIn(302, 400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"><script>alert(1)</script>", "${7*191}", "#{7*191}", "' or 'a'='a", "a\r\nSet-Cookie: a=b"})
    void what_was_typed_comes_back_as_text_and_is_never_run(String typed) {
        HttpResponse<String> answer = new Browser().signIn(insurer.value(), typed, typed);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("<script>alert", "1337");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
    }

    @Test
    void after_twelve_hours_everybody_signs_in_anew_however_busy() {
        Browser browser = Browser.of(insurer);
        begun(browser, SessionEnd.LONGEST.minusMinutes(5));
        assertThat(browser.get("/files").uri().getPath()).isEqualTo("/files");
        begun(browser, SessionEnd.LONGEST.plusMinutes(5));
        assertThat(browser.get("/files").uri().getPath()).isEqualTo("/sign-in");
    }

    /** The container still notes the end of the answer before a while after it has come: then it is made older once more. */
    @Test
    void half_an_hour_without_a_request_ends_the_session() {
        Browser browser = Browser.of(insurer);
        Sessions.unused(browser, Duration.ofMinutes(29));
        assertThat(browser.get("/files").uri().getPath()).isEqualTo("/files");
        Await.until(
                () -> {
                    Sessions.unused(browser, Duration.ofMinutes(31));
                    return browser.get("/files").uri().getPath().equals("/sign-in");
                },
                Duration.ofSeconds(20));
    }

    /** As if the session had begun so long ago and been used a moment ago. */
    private static void begun(Browser browser, Duration ago) {
        StandardSession session = Sessions.of(browser);
        session.setCreationTime(System.currentTimeMillis() - ago.toMillis());
        session.access();
        session.endAccess();
    }

    @Test
    void nobody_is_led_into_a_sign_in_by_another_site() {
        for (String sentBy : List.of("cross-site", "same-site", "same-origin")) {
            HttpResponse<String> begun = new Browser()
                    .send(new Browser().request("/my/sign-in/to/kiban").header("Sec-Fetch-Site", sentBy));
            assertThat(begun.uri().getPath())
                    .isEqualTo(sentBy.equals("same-origin") ? "/demo/openid/authorize" : "/my/sign-in");
        }
    }

    /** Masked, its letters are twice as many. */
    @Test
    void the_token_of_a_form_cannot_be_guessed() {
        Browser browser = new Browser();
        assertThat(Base64.getUrlDecoder().decode(browser.csrf())).hasSize(2 * 43);
        assertThat(Base64.getUrlDecoder()
                        .decode(OfficeBrowser.with(SampleOffice.near(insurer).certificate)
                                .get(OfficeBrowser.SIGN_IN)
                                .body()
                                .replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1")))
                .hasSize(2 * 43);
    }

    @Test
    void at_the_sign_out_the_browser_is_told_to_forget() {
        HttpResponse<String> after =
                OfficeBrowser.of(SampleOffice.near(insurer)).post("/sign-out", Map.of());
        assertThat(after.previousResponse().orElseThrow().headers().firstValue("Clear-Site-Data"))
                .hasValue("\"cache\", \"storage\"");
    }

    @Test
    void a_number_without_its_form_and_an_answer_of_no_provider_are_on_record_too() {
        Browser browser = new Browser();
        HttpResponse<String> wrong = browser.signIn("12", "nobody", "whatever it was");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(refusals(wrong)).containsExactly("unknown");

        HttpResponse<String> unasked = browser.get("/my/sign-in/back/kiban?code=x&state=y&own");
        assertThat(unasked.uri().getQuery()).isEqualTo("refused");
        assertThat(refusals(unasked.previousResponse().orElseThrow())).containsExactly("insured:unknown");
    }

    private static List<String> refusals(HttpResponse<String> answer) {
        return TestServer.bean(JdbcClient.class)
                .sql("select actor from audit.entry where event = 'SIGN_IN_REFUSED' and request_id = ?")
                .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .query(String.class)
                .list();
    }

    private kaigo.certificates.IssuedCertificate certificate() {
        var client = Systems.issue(insurer, kaigo.certificates.Validity.days(Systems.now(), 1));
        Systems.register(client);
        return client;
    }

    private static HttpClient client(javax.net.ssl.SSLContext context) {
        return HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + Systems.port() + path));
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return send(client, request(path).GET());
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
