package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.Accounts;
import kaigo.identity.NewAccount;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser browser = new Browser();

    @BeforeEach
    void anAccount() {
        TestServer.bean(DemoAccounts.class)
                .create(TestServer.bean(Insurers.class).find(insurer).orElseThrow());
    }

    @Test
    void staff_signs_in_and_out_and_both_are_on_record() {
        String before = browser.get("/sign-in").uri().getPath();
        HttpResponse<String> start = browser.signIn(insurer.value(), DemoAccounts.LOGIN, DemoAccounts.PASSWORD);

        assertThat(before).isEqualTo("/sign-in");
        assertThat(start.uri().getPath()).isEqualTo("/");
        assertThat(start.body()).contains("架空市" + insurer.value()).contains("見本　花子");

        HttpResponse<String> after = browser.post("/sign-out", Map.of("_csrf", browser.csrf()));
        assertThat(after.body()).contains("サインアウトしました");
        assertThat(browser.get("/").uri().getPath()).isEqualTo("/sign-in");
        assertThat(events()).containsExactly("SIGNED_IN", "SIGNED_OUT");
    }

    @Test
    void the_session_of_before_sign_in_is_not_the_session_after() {
        browser.get("/sign-in");
        String before = browser.session();
        browser.signIn(insurer.value(), DemoAccounts.LOGIN, DemoAccounts.PASSWORD);

        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void a_disabled_account_is_out_at_its_next_request() {
        browser.signIn(insurer.value(), DemoAccounts.LOGIN, DemoAccounts.PASSWORD);
        assertThat(browser.get("/files").uri().getPath()).isEqualTo("/files");

        TestServer.bean(Accounts.class).setActive(insurer, DemoAccounts.LOGIN, false);
        assertThat(browser.get("/files").uri().getPath()).isEqualTo("/sign-in");

        TestServer.bean(Accounts.class).setActive(insurer, DemoAccounts.LOGIN, true);
        assertThat(browser.get("/files").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void a_stop_ends_the_session_even_if_it_is_taken_back_before_the_next_request() {
        browser.signIn(insurer.value(), DemoAccounts.LOGIN, DemoAccounts.PASSWORD);
        TestServer.bean(Accounts.class).setActive(insurer, DemoAccounts.LOGIN, false);
        TestServer.bean(Accounts.class).setActive(insurer, DemoAccounts.LOGIN, true);
        assertThat(browser.get("/files").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void another_password_ends_the_session() {
        Accounts accounts = TestServer.bean(Accounts.class);
        accounts.put(NewAccount.of(insurer, "suzuki", "架空　次郎"), "the first password", true);
        browser.signIn(insurer.value(), "suzuki", "the first password");
        assertThat(browser.get("/files").uri().getPath()).isEqualTo("/files");

        accounts.put(NewAccount.of(insurer, "suzuki", "架空　次郎"), "the second password", true);

        assertThat(browser.get("/files").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void every_refusal_looks_the_same() {
        List<HttpResponse<String>> refusals = List.of(
                browser.signIn(insurer.value(), DemoAccounts.LOGIN, "not the password"),
                browser.signIn(insurer.value(), DemoAccounts.LOGIN, ""),
                browser.signIn(insurer.value(), "nobody", DemoAccounts.PASSWORD),
                browser.signIn("999999", DemoAccounts.LOGIN, DemoAccounts.PASSWORD),
                browser.signIn("12", DemoAccounts.LOGIN, DemoAccounts.PASSWORD));

        assertThat(refusals).extracting(HttpResponse::statusCode).containsOnly(401);
        assertThat(refusals)
                .extracting(refusal -> refusal.body()
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("(id=\"(insurer|login)\"[^>]*value=\")[^\"]*", "$1"))
                .allMatch(refusals.isEmpty() ? body -> false : body -> body.contains("サインインできませんでした"))
                .containsOnly(refusals.getFirst()
                        .body()
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("(id=\"(insurer|login)\"[^>]*value=\")[^\"]*", "$1"));
    }

    @Test
    void ten_wrong_passwords_in_a_row_lock_the_account_for_a_while() {
        for (int i = 0; i < 10; i++) {
            browser.signIn(insurer.value(), DemoAccounts.LOGIN, "not the password");
        }
        assertThat(browser.signIn(insurer.value(), DemoAccounts.LOGIN, DemoAccounts.PASSWORD)
                        .statusCode())
                .isEqualTo(401);
        TestServer.bean(Accounts.class).setActive(insurer, DemoAccounts.LOGIN, true);
        assertThat(browser.signIn(insurer.value(), DemoAccounts.LOGIN, DemoAccounts.PASSWORD)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        browser.get("/sign-in");
        HttpResponse<String> answer = browser.post(
                "/sign-in",
                Map.of("insurer", insurer.value(), "login", DemoAccounts.LOGIN, "password", DemoAccounts.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("操作を受け付けられませんでした");
        assertThat(events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/upload", "/files", "/cases", "/no-such-page"})
    void nobody_sees_a_page_without_signing_in(String path) {
        assertThat(browser.get(path).uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void health_is_open_and_the_rest_of_the_actuator_is_closed() {
        assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(Browser.of(insurer).get("/actuator/prometheus").statusCode()).isEqualTo(403);
    }

    @Test
    void pages_carry_their_guards() {
        var headers = Browser.of(insurer).get("/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.allValues("Vary")).contains("HX-Request");
    }

    @Test
    void a_safe_request_id_is_taken_over_and_an_unsafe_one_is_not() {
        assertThat(id("client-request-0001")).isEqualTo("client-request-0001");
        assertThat(id("short")).isNotEqualTo("short").hasSize(36);
        assertThat(id("<script>alert(1)</script>")).hasSize(36);
    }

    @Test
    void an_error_page_shows_its_id_and_no_java_message() {
        HttpResponse<String> answer = Browser.of(insurer).get("/files/not-a-receipt");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("ページが見つかりません")
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain("Exception")
                .doesNotContain("kaigo.");
    }

    private String id(String given) {
        return browser.send(browser.request("/sign-in").header("X-Request-Id", given))
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }

    private List<String> events() {
        return TestServer.bean(JdbcClient.class)
                .sql("select event from audit.entry where insurer_number = ? and event like 'SIGNED%' order by number")
                .param(insurer.value())
                .query(String.class)
                .list();
    }
}
