package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of the API have in common: an insurer of their own, and its system. */
abstract class ApiCase {

    static final JsonMapper JSON = new JsonMapper();
    static final String NUMBER = "123456789018";
    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";
    static final int LIMIT = 10 * 1024 * 1024;

    /** A record of {@link M01File} has more bytes. */
    static final int SHORTEST = 150;

    final InsurerNumber insurer = TestServer.insurerLoading();
    final Systems system = Systems.of(insurer);

    HttpResponse<String> nothing() throws IOException {
        return system.post(path(), CSV, new byte[0]);
    }

    M01File twoPersons() {
        return new M01File(insurer, "I").add("1", "9000000001", NUMBER, "架空　太郎").add("9", "9000000002", "", "");
    }

    String path() {
        return path(insurer);
    }

    static String path(InsurerNumber insurer) {
        return "/v1/insurers/" + insurer.value() + "/M01/registrations";
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String location(HttpResponse<String> sent) {
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        return sent.headers().firstValue("Location").orElseThrow();
    }

    static String errorOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).get("error").get("errorId").asString();
    }

    static void requireProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
        assertThat(json(answer).get("requestId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    JsonNode awaitFinal(String receipt) {
        Await.until(() -> json(system.get(receipt)).get("final").asBoolean(), Duration.ofSeconds(30));
        try {
            return json(system.get(receipt));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Without what names the file and the time. */
    static List<Map<String, String>> comparable(HttpResponse<String> page) {
        List<Map<String, String>> records = new ArrayList<>();
        json(page).get("results").forEach(result -> {
            Map<String, String> record = new TreeMap<>();
            result.forEachEntry((name, value) -> record.put(name, value.asString()));
            record.keySet().removeAll(List.of("receiptNo", "processedAt"));
            records.add(record);
        });
        return records;
    }

    static byte[] ndjson(byte[] csv) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordFile file = RecordFile.open(new ByteArrayInputStream(csv), ReadOptions.standard());
                RecordWriter writer = RecordWriter.open(out, Form.NDJSON, file.control(), file.layout())) {
            for (Row row = file.next(); row != null; row = file.next()) {
                writer.write(row);
            }
        }
        return out.toByteArray();
    }

    byte[] tooLarge() {
        M01File file = new M01File(insurer, "I");
        for (int i = 0; i < LIMIT / SHORTEST; i++) {
            file.add("1", "%010d".formatted(i), "", "架空　太郎");
        }
        return file.bytes();
    }

    int registrations() throws IOException {
        return json(system.get(path())).get("registrations").size();
    }

    static long sealedFiles() throws IOException {
        java.nio.file.Path received = TestServer.dataFolder().resolve("received");
        if (!Files.exists(received)) {
            return 0;
        }
        try (Stream<java.nio.file.Path> files = Files.list(received)) {
            return files.count();
        }
    }

    void sendHalf(byte[] body) throws IOException {
        open(body).close();
    }

    /** A request whose body stops in the middle; the connection stays open. */
    SSLSocket open(byte[] body) throws IOException {
        SSLSocket socket = connect();
        socket.getOutputStream().write(head("Content-Length: " + body.length).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body, 0, body.length / 2);
        socket.getOutputStream().flush();
        return socket;
    }

    SSLSocket connect() throws IOException {
        IssuedCertificate client = Systems.issue(insurer, Validity.days(Systems.now(), 1));
        Systems.register(client);
        return (SSLSocket) Systems.context(client).getSocketFactory().createSocket("localhost", Systems.port());
    }

    String head(String length) {
        return "POST " + path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n" + length + "\r\n\r\n";
    }
}
