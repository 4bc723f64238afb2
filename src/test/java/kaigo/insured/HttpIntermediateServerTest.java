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
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import kaigo.insured.IntermediateServer.Answer;
import kaigo.insured.IntermediateServer.Outcome;
import kaigo.insured.IntermediateServer.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpIntermediateServerTest {

    private static final String NUMBER = "123456789018";

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final HttpServer server;

    HttpIntermediateServerTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void every_question_gets_its_answer() {
        answering(200, """
                {"answers":[{"reference":"b","outcome":"NOT_REGISTERED"},
                            {"reference":"a","outcome":"LINKED","pmhKey":"AQID"},
                            {"reference":"c","outcome":"MISMATCH"}]}""");

        List<Answer> answers = client().ask(List.of(question("a"), question("b"), question("c")));

        assertThat(answers)
                .extracting(Answer::outcome)
                .containsExactly(Outcome.LINKED, Outcome.NOT_REGISTERED, Outcome.MISMATCH);
        assertThat(answers.getFirst().pmhKey()).containsExactly(1, 2, 3);
        assertThat(asked.get())
                .isEqualTo("{\"questions\":[" + String.join(",", asJson("a"), asJson("b"), asJson("c")) + "]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"answers\":[]}",
                "{\"answers\":[{\"reference\":\"z\",\"outcome\":\"LINKED\",\"pmhKey\":\"AQID\"}]}",
                "{\"answers\":[{\"reference\":\"a\",\"outcome\":\"LINKED\"}]}",
                "{\"answers\":[{\"reference\":\"a\",\"outcome\":\"LINKED\",\"pmhKey\":\"***\"}]}",
                "{\"answers\":[{\"reference\":\"a\",\"outcome\":\"SOMETHING_NEW\"}]}",
                "{\"answers\":[{\"reference\":\"a\",\"outcome\":\"LINKED\",\"pmhKey\":\"AQID\"},"
                        + "{\"reference\":\"a\",\"outcome\":\"NOT_REGISTERED\"}]}",
                "{\"answers\":[1, null, \"x\"]}",
            })
    void what_is_missing_unknown_or_contradictory_is_asked_again_later(String body) {
        answering(200, body);

        List<Answer> answers = client().ask(List.of(question("a")));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.reference()).isEqualTo("a");
            assertThat(answer.outcome()).isEqualTo(Outcome.LATER);
            assertThat(answer.pmhKey()).isNull();
        });
    }

    @Test
    void the_same_answer_twice_is_one_answer() {
        answering(200, """
                {"answers":[{"reference":"a","outcome":"LINKED","pmhKey":"AQID"},
                            {"reference":"a","outcome":"LINKED","pmhKey":"AQID"}]}""");

        assertThat(client().ask(List.of(question("a"))))
                .singleElement()
                .extracting(Answer::outcome)
                .isEqualTo(Outcome.LINKED);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404, 500, 503})
    void another_status_means_unavailable(int status) {
        answering(status, "{\"answers\":[],\"echo\":\"" + NUMBER + "\"}");

        requireUnavailable(client());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "<html>123456789018</html>",
                "{\"answers\":{}}",
                "{\"answers\":[{\"123456789018"
            })
    void broken_json_means_unavailable(String body) {
        answering(200, body);

        requireUnavailable(client());
    }

    @Test
    void an_answer_without_end_means_unavailable() {
        answering(200, "{\"answers\":[\"" + "x".repeat(2 * 1024 * 1024) + "\"]}");

        requireUnavailable(client());
    }

    @Test
    void a_slow_server_means_unavailable() {
        server.createContext("/", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();

        requireUnavailable(client(Duration.ofMillis(300)));
    }

    @Test
    void an_answer_that_stops_half_way_means_unavailable() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"answers\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();

        requireUnavailable(client(Duration.ofMillis(300)));
    }

    @Test
    void nobody_listening_means_unavailable() {
        HttpIntermediateServer client = client();
        server.stop(0);

        requireUnavailable(client);
    }

    private static void requireUnavailable(HttpIntermediateServer client) {
        assertThatThrownBy(() -> client.ask(List.of(question("a"))))
                .isInstanceOf(IntermediateServerUnavailable.class)
                .hasNoCause()
                .message()
                .doesNotContain(NUMBER);
    }

    private void answering(int status, String body) {
        server.createContext("/", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    private HttpIntermediateServer client() {
        return client(Duration.ofSeconds(30));
    }

    private HttpIntermediateServer client(Duration patience) {
        try {
            URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
            return new HttpIntermediateServer(address, patience, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Question question(String reference) {
        return new Question(reference, NUMBER.getBytes(StandardCharsets.US_ASCII), LocalDate.of(1934, 6, 11), "1");
    }

    private static String asJson(String reference) {
        return "{\"reference\":\"" + reference + "\",\"myNumber\":\"" + NUMBER
                + "\",\"birthDate\":\"1934-06-11\",\"sex\":\"1\"}";
    }
}
