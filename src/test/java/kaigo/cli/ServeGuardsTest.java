package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import kaigo.TestServer;
import kaigo.platform.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

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

    private static HttpResponse<String> get(InetAddress from, String path) throws Exception {
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(from)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-For", "192.0.2.7")
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
