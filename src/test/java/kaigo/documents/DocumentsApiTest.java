package kaigo.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.api.Systems;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 文書の送付 over real TLS; every answer is held against the contract. */
class DocumentsApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PDF = "application/pdf";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Systems system = Systems.of(insurer);

    @Test
    void a_document_is_kept_once_and_comes_out_as_it_went_in() throws IOException {
        byte[] pdf = Pdfs.large(2);

        HttpResponse<String> first = put(pdf);
        HttpResponse<String> again = put(pdf);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("pages").asInt()).isEqualTo(2);
        assertThat(parts()).isEqualTo(pdf.length / Arriving.PART + 1).isEqualTo(3);
        assertThat(stored(Pdfs.sha256(pdf))).isEqualTo(pdf);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(new byte[] {1}, "NOT_A_PDF"),
                Arguments.of(Pdfs.encrypted(""), "ENCRYPTED"),
                Arguments.of(Pdfs.script(), "JAVASCRIPT"),
                Arguments.of(Pdfs.memoryBomb(), "TOO_HEAVY"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void a_bad_document_is_refused_with_a_reason_and_leaves_nothing(byte[] pdf, String reason) throws IOException {
        HttpResponse<String> answer = put(pdf);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("reason").asString()).isEqualTo(reason);
        assertThat(json(answer).get("text").asString())
                .isEqualTo(DocumentProblem.valueOf(reason).text());
        assertThat(documents()).isZero();
        assertThat(parts()).isZero();
    }

    @Test
    void other_bytes_than_those_that_were_said_are_refused() throws IOException {
        HttpResponse<String> answer = system.put(path(Pdfs.sha256(new byte[] {1})), PDF, Pdfs.plain(1, "text"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("reason").asString()).isEqualTo("OTHER_CONTENT");
        assertThat(documents()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, '', 415",
        "application/pdf, gzip, 415",
    })
    void other_types_and_packings_are_refused(String type, String encoding, int status) throws IOException {
        byte[] pdf = Pdfs.plain(1, "text");
        String[] headers = encoding.isEmpty() ? new String[0] : new String[] {"Content-Encoding", encoding};

        assertThat(system.put(path(Pdfs.sha256(pdf)), type, pdf, headers).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"x", "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"})
    void what_is_no_hash_is_refused(String sha256) throws IOException {
        assertThat(system.put(path(sha256), PDF, Pdfs.plain(1, "text")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void more_than_the_limit_is_refused_with_and_without_content_length() throws IOException {
        byte[] large = new byte[Documents.LIMIT + 1];
        String path = path(Pdfs.sha256(large));

        assertThat(system.put(path, PDF, large).statusCode()).isEqualTo(413);
        assertThat(system.send(Systems.request(path)
                                .header("Content-Type", PDF)
                                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                                .build())
                        .statusCode())
                .isEqualTo(413);
        assertThat(documents()).isZero();
    }

    @Test
    void another_insurer_keeps_its_own_and_sees_none_of_these() throws IOException {
        byte[] pdf = Pdfs.plain(1, "text");
        put(pdf);
        InsurerNumber other = TestServer.insurerDaily();
        Systems stranger = Systems.of(other);

        assertThat(stranger.put(path(Pdfs.sha256(pdf)), PDF, pdf).statusCode()).isEqualTo(404);
        assertThat(stranger.put(path(Pdfs.sha256(pdf)).replace(insurer.value(), other.value()), PDF, pdf)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_sender_that_breaks_off_leaves_nothing() {
        InputStream breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        InsurerViewer sender = InsurerViewer.staff(insurer, "test", "request");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> TestServer.bean(Documents.class).receive(sender, breaking, "0"))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(documents()).isZero();
    }

    private HttpResponse<String> put(byte[] pdf) throws IOException {
        return system.put(path(Pdfs.sha256(pdf)), PDF, pdf);
    }

    private String path(String sha256) {
        return "/v1/insurers/" + insurer.value() + "/documents/" + sha256;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private byte[] stored(String sha256) {
        Documents documents = TestServer.bean(Documents.class);
        return TestServer.bean(Gate.class)
                .look(
                        InsurerViewer.staff(insurer, "test", "request"),
                        Purpose.READ_RESULTS,
                        permit -> Looked.aboutNobody(read(documents, permit, sha256)));
    }

    private static byte[] read(Documents documents, InsurerPermit permit, String sha256) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            documents.write(permit, documents.find(permit, sha256).orElseThrow(), out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private int documents() {
        return count("documents.document");
    }

    private int parts() {
        return count("documents.part");
    }

    private int count(String table) {
        return TestServer.bean(JdbcClient.class)
                .sql("select count(*) from " + table + " where insurer_number = ?")
                .params(List.of(insurer.value()))
                .query(Integer.class)
                .single();
    }
}
