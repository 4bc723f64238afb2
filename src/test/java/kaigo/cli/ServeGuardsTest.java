package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import kaigo.TestServer;
import kaigo.platform.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a server in serve mode tells browsers, behind a proxy that ends TLS (docs/operations.md). */
class ServeGuardsTest {

    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("127.0.0.1");

    private static OwnInstallation own;
    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void start() throws Exception {
        own = new OwnInstallation();
        server = Server.start(own.installation().behind(TestServer.PROXY));
    }

    @AfterAll
    static void stop() {
        server.close();
        own.close();
    }

    @Test
    void the_session_cookie_is_for_this_host_over_tls_and_for_no_script() throws Exception {
        assertThat(get(TestServer.PROXY, "/sign-in").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-kiban=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
                .doesNotContainIgnoringCase("Domain=");
    }

    @Test
    void only_the_named_proxy_says_that_a_request_came_over_tls() throws Exception {
        assertThat(get(TestServer.PROXY, "/sign-in").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
        assertThat(get(ELSEWHERE, "/sign-in").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void nothing_of_the_demo_answers() throws Exception {
        for (String path : new String[] {"/demo/certificates", "/demo/mailbox", "/demo/openid/keys"}) {
            assertThat(get(TestServer.PROXY, path).statusCode()).as(path).isEqualTo(404);
        }
    }

    /** However many addresses one network of IPv6 has, and whatever a client writes itself. */
    @Test
    void from_one_place_there_are_sixty_tries_a_minute_to_sign_in_and_others_go_on() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(tried(TestServer.PROXY, "2001:db8:1:1::" + i, "/sign-in").statusCode())
                    .isEqualTo(403);
            assertThat(tried(TestServer.PROXY, "2001:db8:1:1:2::" + i, "/office/sign-in")
                            .statusCode())
                    .isEqualTo(403);
        }
        for (String path : new String[] {"/sign-in", "/%73ign-in", "/sign-in/code", "/office/check"}) {
            HttpResponse<String> refused = tried(TestServer.PROXY, "2001:db8:1:1:3::1", path);
            assertThat(refused.statusCode()).as(path).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After").orElseThrow())
                    .matches("[1-9][0-9]?");
            assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(refused.body()).contains("少し待ってから、もう一度お試しください");
        }
        HttpResponse<String> software = tried(TestServer.PROXY, "2001:db8:1:1::1", "/api/v1/auth/login");
        assertThat(software.statusCode()).isEqualTo(429);
        assertThat(software.body()).contains("TOO_MANY_REQUESTS");
        assertThat(tried(TestServer.PROXY, "2001:db8:1:2::1", "/sign-in").statusCode())
                .isEqualTo(403);
        for (int i = 0; i < 60; i++) {
            tried(ELSEWHERE, "192.0.2." + i, "/sign-in");
        }
        assertThat(tried(ELSEWHERE, "192.0.2.99", "/sign-in").statusCode()).isEqualTo(429);
        assertThat(listRemotes("TOO_MANY_SIGN_INS")).containsExactly("2001:db8:1:1:3:0:0:1");
    }

    @Test
    void an_entry_says_from_where_the_request_came_as_the_named_proxy_has_it() throws Exception {
        assertThat(get(TestServer.PROXY, "/sign-in;a=b").statusCode()).isEqualTo(400);
        assertThat(listRemotes("FIREWALL")).containsExactly("192.0.2.7");
    }

    private static List<String> listRemotes(String reason) {
        return server.getBean(JdbcClient.class)
                .sql("select detail::jsonb ->> 'remote' from audit.entry where detail::jsonb ->> 'reason' = ?")
                .param(reason)
                .query(String.class)
                .list();
    }

    private static HttpResponse<String> tried(InetAddress from, String behind, String path) throws Exception {
        return send(from, behind, path, BodyPublishers.noBody());
    }

    private static HttpResponse<String> get(InetAddress from, String path) throws Exception {
        return send(from, "192.0.2.7", path, null);
    }

    private static HttpResponse<String> send(
            InetAddress from, String behind, String path, @Nullable BodyPublisher posted) throws Exception {
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(from)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-For", behind);
            HttpRequest whole =
                    posted == null ? request.build() : request.POST(posted).build();
            return client.send(whole, BodyHandlers.ofString());
        }
    }
}
