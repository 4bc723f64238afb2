package kaigo.insured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import kaigo.shared.InstitutionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the オンライン資格確認 answers, over real HTTP. */
class HttpCardLookupTest {

    private static final InstitutionId OFFICE = InstitutionId.office("4470100017");

    private HttpServer server;
    private int status = 200;
    private String body = "{\"pmhKey\":\"AQID\"}";
    private String asked = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/redeem", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_ticket_is_turned_into_a_key_for_its_office() {
        assertThat(lookup().redeem("t-1", OFFICE)).hasValue(new byte[] {1, 2, 3});
        assertThat(asked).contains("\"ticket\":\"t-1\"", "\"office\":\"office:4470100017\"");
        status = 404;
        assertThat(lookup().redeem("t-1", OFFICE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {}",
                "302 | {}",
                "200 | no JSON",
                "200 | {}",
                "200 | {\"pmhKey\":\"\"}",
                "200 | {\"pmhKey\":1}",
                "200 | {\"pmhKey\":\"***\"}"
            })
    void whatever_else_comes_is_no_answer(int code, String text) {
        status = code;
        body = text;
        assertThatThrownBy(() -> lookup().redeem("secret-ticket", OFFICE))
                .isInstanceOf(CardLookupUnavailable.class)
                .hasMessageNotContaining("secret-ticket");
    }

    @Test
    void an_answer_without_end_and_a_server_that_is_away_are_no_answer() {
        body = "x".repeat(10_000);
        assertThatThrownBy(() -> lookup().redeem("t", OFFICE)).isInstanceOf(CardLookupUnavailable.class);
        HttpCardLookup away = lookup();
        server.stop(0);
        assertThatThrownBy(() -> away.redeem("t", OFFICE)).isInstanceOf(CardLookupUnavailable.class);
    }

    private HttpCardLookup lookup() {
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/redeem");
            return new HttpCardLookup(address, Duration.ofSeconds(5), SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
