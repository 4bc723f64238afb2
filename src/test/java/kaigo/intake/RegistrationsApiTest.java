package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.layout.Form;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegistrationsApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final int LIMIT = 10 * 1024 * 1024;

    private final InsurerNumber insurer = TestServer.insurerLoading();
    private final Systems system = Systems.of(insurer);

    @Test
    void what_is_sent_gets_a_receipt_and_its_results() throws IOException {
        HttpResponse<String> sent = system.post(path(), CSV, twoPersons().bytes(), "X-Request-Id", "our-request-1");

        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(sent.headers().firstValue("X-Request-Id")).contains("our-request-1");
        assertThat(json(sent).get("requestId").asString()).isEqualTo("our-request-1");
        String receipt = sent.headers().firstValue("Location").orElseThrow();
        assertThat(receipt).isEqualTo(path() + "/" + json(sent).get("receiptNo").asString());

        JsonNode status = awaitFinal(receipt);
        assertThat(status.get("counts").get("done").asInt()).isEqualTo(2);
        JsonNode results = json(system.get(receipt + "/results")).get("results");
        assertThat(results.size()).isEqualTo(2);
        assertThat(results.get(0).get("insuredNumber").asString()).isEqualTo("9000000001");
        assertThat(results.get(0).get("final").asString()).isEqualTo("1");
    }

    @Test
    void csv_and_ndjson_give_the_same_results() throws IOException {
        InsurerNumber other = TestServer.insurerLoading();
        Systems otherSystem = Systems.of(other);
        M01File same = new M01File(other, "I")
                .add("1", "9000000001", "", "架空　太郎")
                .add("9", "9000000002", "", "");

        String byCsv = location(system.post(path(), CSV, twoPersons().bytes()));
        String byNdjson = location(otherSystem.post(path(other), NDJSON, ndjson(same.bytes())));

        awaitFinal(byCsv);
        Await.until(() -> json(otherSystem.get(byNdjson)).get("final").asBoolean(), Duration.ofSeconds(30));
        assertThat(comparable(otherSystem.get(byNdjson + "/results"))).isEqualTo(comparable(system.get(byCsv + "/results")));
    }

    @Test
    void the_whole_p01_can_be_had_as_csv_and_ndjson() throws IOException {
        String receipt = location(system.post(path(), CSV, twoPersons().bytes()));
        awaitFinal(receipt);

        String csv = system.get(receipt + "/results", "Accept", CSV).body();
        String lines = system.get(receipt + "/results", "Accept", NDJSON).body();

        assertThat(csv.lines()).hasSize(4).last().isEqualTo("3,4");
        assertThat(lines.lines()).hasSize(3);
        JsonNode first = json(system.get(receipt + "/results")).get("results").get(0);
        assertThat(JSON.readTree(lines.lines().skip(1).findFirst().orElseThrow()))
                .isEqualTo(first);
    }

    @Test
    void results_and_registrations_come_in_pages() throws IOException {
        String first = location(system.post(path(), CSV, twoPersons().bytes()));
        String second =
                location(system.post(path(), CSV, twoPersons().createdAt("20261120053001").bytes()));
        awaitFinal(first);

        JsonNode page = json(system.get(first + "/results?limit=1"));
        JsonNode rest = json(system.get(first + "/results?after=" + page.get("nextAfter").asInt()));
        assertThat(page.get("results").size()).isOne();
        assertThat(rest.get("results").size()).isOne();
        assertThat(rest.has("nextAfter")).isFalse();
        assertThat(json(system.get(first + "/results?only=ERRORS")).get("results").size())
                .isOne();

        JsonNode newest = json(system.get(path() + "?limit=1"));
        assertThat(second).endsWith(newest.get("nextBefore").asString());
        JsonNode older = json(system.get(
                path() + "?before=" + newest.get("nextBefore").asString()));
        assertThat(older.get("registrations").size()).isOne();
    }

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
        assertThat(errorOf(system.post(path() + "?fileName=M01.csv", CSV, twoPersons().bytes())))
                .isEqualTo("E1001");
        assertThat(errorOf(system.post(
                        path(), CSV, new M01File(TestServer.insurerLoading(), "I").bytes())))
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
                system.post(
                        path(), CSV, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
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
    void a_third_reception_at_once_has_to_wait() throws IOException {
        try (SSLSocket one = open(twoPersons().bytes());
                SSLSocket two = open(twoPersons().bytes())) {
            assertThat(one).isNotSameAs(two);
            Await.until(
                    () -> system.post(path(), CSV, new byte[0]).statusCode() == 429, Duration.ofSeconds(30));
        }
        Await.until(() -> system.post(path(), CSV, twoPersons().bytes()).statusCode() == 202, Duration.ofSeconds(30));
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

        requireProblem(
                system.send(Systems.request(path()).DELETE().build()), 405, "METHOD_NOT_ALLOWED");
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

    private M01File twoPersons() {
        return new M01File(insurer, "I").add("1", "9000000001", "", "架空　太郎").add("9", "9000000002", "", "");
    }

    private String path() {
        return path(insurer);
    }

    private static String path(InsurerNumber insurer) {
        return "/v1/insurers/" + insurer.value() + "/M01/registrations";
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static String location(HttpResponse<String> sent) {
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        return sent.headers().firstValue("Location").orElseThrow();
    }

    private static String errorOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).get("error").get("errorId").asString();
    }

    static void requireProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
        assertThat(json(answer).get("requestId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    private JsonNode awaitFinal(String receipt) {
        Await.until(() -> json(system.get(receipt)).get("final").asBoolean(), Duration.ofSeconds(30));
        try {
            return json(system.get(receipt));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Without what names the file and the time. */
    private static List<Map<String, String>> comparable(HttpResponse<String> page) {
        List<Map<String, String>> records = new ArrayList<>();
        json(page).get("results").forEach(result -> {
            Map<String, String> record = new TreeMap<>();
            result.forEachEntry((name, value) -> record.put(name, value.asString()));
            record.keySet().removeAll(List.of("receiptNo", "processedAt"));
            records.add(record);
        });
        return records;
    }

    private static byte[] ndjson(byte[] csv) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordFile file = RecordFile.open(new ByteArrayInputStream(csv), ReadOptions.standard());
                RecordWriter writer = RecordWriter.open(out, Form.NDJSON, file.control(), file.layout())) {
            for (Row row = file.next(); row != null; row = file.next()) {
                writer.write(row);
            }
        }
        return out.toByteArray();
    }

    private byte[] tooLarge() {
        M01File file = new M01File(insurer, "I");
        for (int i = 0; file.size() <= LIMIT; i++) {
            file.add("1", "%010d".formatted(i), "", "架空　太郎");
        }
        return file.bytes();
    }

    private int registrations() throws IOException {
        return json(system.get(path())).get("registrations").size();
    }

    private static long sealedFiles() throws IOException {
        try (Stream<java.nio.file.Path> files =
                Files.list(TestServer.dataFolder().resolve("received"))) {
            return files.count();
        }
    }

    private void sendHalf(byte[] body) throws IOException {
        open(body).close();
    }

    /** A request whose body stops in the middle; the connection stays open. */
    private SSLSocket open(byte[] body) throws IOException {
        IssuedCertificate client = Systems.issue(insurer, Validity.days(Systems.now(), 1));
        Systems.register(insurer, client);
        SSLSocket socket = (SSLSocket)
                Systems.context(client).getSocketFactory().createSocket("localhost", Systems.port());
        String head = "POST " + path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body, 0, body.length / 2);
        socket.getOutputStream().flush();
        return socket;
    }
}
