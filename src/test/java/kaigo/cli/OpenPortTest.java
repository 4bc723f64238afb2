package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import kaigo.platform.Installation;
import kaigo.platform.Server;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The plain port is open to others, and no proxy is named. */
class OpenPortTest {

    @Test
    void without_a_named_proxy_nobody_says_how_or_from_where_a_request_came() throws Exception {
        try (OwnInstallation own = new OwnInstallation();
                HttpClient client = HttpClient.newHttpClient()) {
            Installation open = open(own.installation());
            try (ConfigurableApplicationContext server = Server.start(open)) {
                String port = server.getEnvironment().getRequiredProperty("local.server.port");
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
                        .header("X-Forwarded-Proto", "https")
                        .build();
                assertThat(client.send(request, BodyHandlers.ofString())
                                .headers()
                                .firstValue("Strict-Transport-Security"))
                        .isEmpty();
            }
        }
    }

    private static Installation open(Installation closed) {
        return new Installation(
                closed.mode(),
                closed.dataFolder(),
                closed.database(),
                closed.keys(),
                closed.clock(),
                "0.0.0.0",
                closed.port(),
                closed.loadWorkers(),
                closed.proposals(),
                closed.intermediateServer(),
                closed.mail(),
                closed.persons(),
                closed.proxy(),
                closed.requestsPerMinute(),
                closed.signInsPerMinute(),
                closed.cardReading(),
                closed.logCollector(),
                closed.virusScanner());
    }
}
