package kaigo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.SiteAddress;
import kaigo.insured.CardBridge;
import org.junit.jupiter.api.Test;

/** The bridge's port keeps to docs/card-reader.md: whom it answers, and what a browser asks it beforehand. */
class SimulatedBridgeTest {

    private final int port =
            URI.create(TestServer.bean(CardBridge.class).origin()).getPort();
    private final String host = "127.0.0.1:" + port;
    private final String page = TestServer.url();

    @Test
    void another_site_and_another_name_of_this_machine_are_refused() throws IOException {
        assertThat(send("GET /card/v1/status", host, "Origin: " + page)).startsWith("HTTP/1.1 200");
        assertThat(send("GET /card/v1/status", "localhost:" + port)).startsWith("HTTP/1.1 200");
        for (String origin : List.of("https://other.example", "null", page + "0", "http://127.0.0.1:" + port)) {
            assertThat(send("GET /card/v1/status", host, "Origin: " + origin))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContainIgnoringCase("access-control");
            assertThat(send("OPTIONS /card/v1/read", host, "Origin: " + origin)).startsWith("HTTP/1.1 403");
        }
        for (String name : List.of("rebound.example:" + port, "127.0.0.1", "127.0.0.1:1", "")) {
            assertThat(send("GET /card/v1/status", name, "Origin: " + page)).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void a_browser_is_told_that_our_page_may_ask_and_that_it_may_ask_its_own_machine() throws IOException {
        assertThat(send(
                        "OPTIONS /card/v1/read",
                        host,
                        "Origin: " + page,
                        "Access-Control-Request-Private-Network: true"))
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("Access-Control-Allow-Origin: " + page + "\r\n")
                .containsIgnoringCase("Access-Control-Allow-Methods: POST\r\n")
                .containsIgnoringCase("Access-Control-Allow-Headers: content-type\r\n")
                .containsIgnoringCase("Access-Control-Allow-Private-Network: true\r\n")
                .containsIgnoringCase("Vary: Origin\r\n")
                .doesNotContainIgnoringCase("Allow-Credentials");
    }

    @Test
    void what_a_form_of_another_site_could_send_is_not_read() throws IOException {
        assertThat(send("POST /card/v1/read", host, "Content-Type: text/plain")).startsWith("HTTP/1.1 415");
        assertThat(send("POST /card/v1/read", host, "Content-Type: application/json"))
                .startsWith("HTTP/1.1 400")
                .contains("challenge がありません");
        assertThat(send("GET /", host)).startsWith("HTTP/1.1 404");
    }

    @Test
    void on_a_port_that_another_program_has_the_demo_goes_on_without_it() {
        SimulatedBridge running = TestServer.bean(SimulatedBridge.class);
        assertThat(running.isRunning()).isTrue();
        try (SimulatedBridge second = new SimulatedBridge(
                TestServer.bean(SimulatedReader.class),
                TestServer.bean(SimulatedCards.class),
                TestServer.bean(SiteAddress.class),
                port)) {
            assertThat(second.isRunning()).isFalse();
            assertThat(second.port()).isEqualTo(port);
        }
    }

    @Test
    void one_who_is_no_fictitious_person_is_told_where_they_stand() {
        Browser software = new Browser();
        HttpResponse<String> answer = software.send(software.request("/demo/card-reader/read")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"challenge\":\"x\",\"office\":\""
                        + SampleOffice.near(TestServer.insurerDaily()).id.holder() + "\",\"person\":\"1\"}")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("person の被保険者番号の架空の人がいません");
    }

    private String send(String line, String name, String... headers) throws IOException {
        String head = line + " HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\nContent-Length: 0\r\n"
                + String.join(
                        "", List.of(headers).stream().map(one -> one + "\r\n").toList()) + "\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
