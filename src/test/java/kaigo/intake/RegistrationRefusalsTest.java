package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegistrationRefusalsTest extends ApiCase {

    @Test
    void the_same_body_twice_names_the_first_receipt() throws IOException {
        String first = json(system.post(path(), CSV, twoPersons().bytes()))
                .get("receiptNo")
                .asString();

        HttpResponse<String> again = system.post(path(), CSV, twoPersons().bytes());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("error").get("errorId").asString()).isEqualTo("E1008");
        assertThat(json(again).get("firstReceiptNo").asString()).isEqualTo(first);
    }

    @Test
    void what_is_wrong_with_the_content_stands_in_the_body_of_a_200() throws IOException {
        String otherInterface = new String(twoPersons().bytes(), StandardCharsets.UTF_8).replace(",M01,", ",M02,");

        assertThat(errorOf(system.post(path(), CSV, new byte[0]))).isEqualTo("E1005");
        assertThat(errorOf(system.post(path(), CSV, otherInterface.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("E1009");
        assertThat(errorOf(system.post(
                        path() + "?fileName=M01.csv", CSV, twoPersons().bytes())))
                .isEqualTo("E1001");
        assertThat(errorOf(system.post(path(), CSV, new M01File(TestServer.insurerLoading(), "I").bytes())))
                .isEqualTo("E1002");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, ''",
        "text/plain, ''",
        "text/csv;charset=Shift_JIS, ''",
        "text/csv, gzip",
    })
    void other_types_and_packings_are_refused(String type, String encoding) throws IOException {
        String[] headers = encoding.isEmpty() ? new String[0] : new String[] {"Content-Encoding", encoding};

        requireProblem(system.post(path(), type, twoPersons().bytes(), headers), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_body_over_the_limit_is_refused_with_and_without_content_length() throws IOException {
        byte[] large = tooLarge();

        requireProblem(system.post(path(), CSV, large), 413, "BODY_TOO_LARGE");
        requireProblem(
                system.post(path(), CSV, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                413,
                "BODY_TOO_LARGE");
        assertThat(registrations()).isZero();
    }

    @Test
    void a_connection_that_breaks_half_way_leaves_nothing_behind() throws IOException {
        long sealedBefore = sealedFiles();
        byte[] body = twoPersons().bytes();

        sendHalf(body);
        Await.until(() -> sealedFiles() == sealedBefore, Duration.ofSeconds(30));

        assertThat(registrations()).isZero();
        assertThat(system.post(path(), CSV, body).statusCode()).isEqualTo(202);
    }

    @Test
    void a_body_that_breaks_off_is_told_and_nothing_is_kept() throws IOException {
        long sealedBefore = sealedFiles();
        String half = new String(twoPersons().bytes(), StandardCharsets.UTF_8).substring(0, 100);
        try (SSLSocket socket = connect()) {
            // What follows the first part is no part of a body.
            socket.getOutputStream()
                    .write((head("Transfer-Encoding: chunked") + "64\r\n" + half + "\r\n?\r\n")
                            .getBytes(StandardCharsets.UTF_8));

            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "BODY_INCOMPLETE");
        }
        assertThat(registrations()).isZero();
        assertThat(sealedFiles()).isEqualTo(sealedBefore);
    }

    @Test
    @Tag("long")
    void who_falls_silent_half_way_is_told_so() throws IOException {
        try (SSLSocket socket = open(twoPersons().bytes())) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 400 ").contains("BODY_INCOMPLETE");
        }
    }

    private static String answer(SSLSocket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_version_that_the_insurer_does_not_send_is_refused() throws IOException {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.accepting(List.of("2.01", "2.03")));
        assertThat(errorOf(system.post(path(), CSV, twoPersons().bytes()))).isEqualTo("E1009");

        insurers.put(known);
        location(system.post(path(), CSV, twoPersons().bytes()));
    }

    @Test
    void a_third_reception_at_once_has_to_wait() throws IOException {
        List<SSLSocket> senders = new ArrayList<>();
        try {
            // One that came while we asked was refused itself: so another one comes with each question.
            Await.until(
                    () -> {
                        senders.add(open(twoPersons().bytes()));
                        return nothing().statusCode() == 429;
                    },
                    Duration.ofSeconds(30));
            assertThat(nothing().headers().firstValue("Retry-After")).contains("5");
        } finally {
            for (SSLSocket sender : senders) {
                sender.close();
            }
        }
        Await.until(() -> nothing().statusCode() == 200, Duration.ofSeconds(30));
    }

    @Test
    void absent_and_forbidden_look_the_same() throws IOException {
        InsurerNumber other = TestServer.insurerLoading();
        String foreign = location(Systems.of(other).post(path(other), CSV, new M01File(other, "I").bytes()));

        List<HttpResponse<String>> answers = List.of(
                system.get(foreign),
                system.get(path(other)),
                system.get(path() + foreign.substring(foreign.lastIndexOf('/'))),
                system.get(path(new InsurerNumber("000000"))),
                system.get(path() + "/" + insurer.value() + "-20261120-999999"),
                system.get(path() + "/nonsense/results"),
                system.get(path().replace("M01", "M99")),
                system.get("/v1/insurers/" + insurer.value() + "/"),
                system.get("/v1/"));

        answers.forEach(answer -> requireProblem(answer, 404, "NOT_FOUND"));
        assertThat(answers.stream().map(a -> a.body().replaceAll("\"requestId\":\"[^\"]*\"", "")))
                .containsOnly(answers.getFirst().body().replaceAll("\"requestId\":\"[^\"]*\"", ""));
    }

    @ParameterizedTest
    @CsvSource({"?limit=0", "?limit=1001", "?limit=x", "?before=x"})
    void a_wrong_query_is_refused(String query) throws IOException {
        requireProblem(system.get(path() + query), 400, "BAD_REQUEST");
    }

    @Test
    void another_method_and_another_accept_are_refused() throws IOException {
        String receipt = location(system.post(path(), CSV, twoPersons().bytes()));

        requireProblem(system.send(Systems.request(path()).DELETE().build()), 405, "METHOD_NOT_ALLOWED");
        requireProblem(system.get(receipt, "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
        requireProblem(system.get(path(), "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
        requireProblem(system.get(receipt + "/results", "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void p01_is_not_ready_while_records_are_registered() throws IOException {
        String receipt = location(system.post(path(), CSV, twoPersons().bytes()));
        awaitFinal(receipt);
        TestServer.bean(JdbcClient.class)
                .sql("update intake.file set status = 20, lease_until = 'infinity' where insurer_number = ?")
                .param(insurer.value())
                .update();

        HttpResponse<String> answer = system.get(receipt + "/results", "Accept", CSV);

        requireProblem(answer, 409, "RESULTS_NOT_READY");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }
}
