package kaigo.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kaigo.Await;
import kaigo.Browser;
import kaigo.TestFolders;
import kaigo.demo.DemoAccounts;
import kaigo.documents.Pdfs;
import kaigo.intake.M01File;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * After the final answer no マイナンバー is left anywhere, and no name in a result, a log or an exception (settled 11): a
 * server of its own takes files in every way, and then its files, outputs and memory are searched.
 */
class CanaryTest {

    private static final InsurerNumber INSURER = new InsurerNumber("442012");
    /** Held and written on purpose: what the search must find. */
    private static final String PLANTED = "990735199993";

    /** Stands in the documents that are sent. */
    private static final String DOCUMENT = "kanaria-bunsho-7351";

    private static final Path FOLDER = TestFolders.create("kiban-canary");
    private static final CanaryFiles FILES = new CanaryFiles(INSURER);
    private static final List<String> ANSWERS = new ArrayList<>();
    private static CanaryServer server;

    /** Its connection stays open after its upload: nothing of the upload may stay with it. */
    private static Browser open;

    @BeforeAll
    static void send_in_every_way_and_read_every_answer() throws IOException {
        server = new CanaryServer(FOLDER);
        server.addInsurer(INSURER);
        server.query("alter table insured.person add constraint canary_refused check (name <> '" + CanaryFiles.REFUSED
                + "')");
        List<String> said = new ArrayList<>();
        said.add(server.send(INSURER, FILES.bad().bytes()));
        said.add(server.send(INSURER, FILES.ndjson()));
        assertThat(said).allMatch(answer -> answer.startsWith("accepted"));
        for (byte[] bytes : FILES.refused()) {
            String answer = server.send(INSURER, bytes);
            assertThat(answer).startsWith("refused");
            ANSWERS.add(answer);
        }
        sendToApi();
        sendThroughScreens();
        sendDocuments();
        Await.until(
                () -> server.query("select receipt from intake.file where finished_at is null")
                        .isEmpty(),
                Duration.ofSeconds(30));
        readResults();
        server.query("checkpoint");
    }

    private static void sendToApi() throws IOException {
        String path = "/M01/registrations";
        for (byte[] bytes : List.of(FILES.bad().bytes(), FILES.refused().get(1))) {
            ANSWERS.add(server.postToApi(INSURER, path, "text/csv", bytes));
        }
        ANSWERS.add(server.postToApi(INSURER, path, "application/x-ndjson", FILES.ndjson()));
        assertThat(ANSWERS).filteredOn(answer -> answer.startsWith("202")).hasSize(2);
    }

    private static void sendThroughScreens() throws IOException {
        Browser browser = signedIn();
        M01File one = FILES.bad();
        ANSWERS.add(put(browser, one.name(1), one.bytes()));
        ANSWERS.add(put(
                browser, "M01_442012_D_20261120060059_001.csv", FILES.refused().get(1)));
        M01File packed = FILES.bad();
        ANSWERS.add(put(browser, "files.zip", zip(packed.name(1), packed.bytes())));
        ANSWERS.add(form(browser, FILES.bad(), FILES.bad()));
        open = signedIn();
        M01File last = FILES.bad();
        ANSWERS.add(put(open, last.name(1), last.bytes()));
        assertThat(String.join("", ANSWERS).split("受け付けました", -1)).hasSizeGreaterThan(4);
    }

    private static void sendDocuments() throws IOException {
        byte[] pdf = Pdfs.plain(1, DOCUMENT);
        ANSWERS.add(server.putToApi(INSURER, "/documents/" + Pdfs.sha256(pdf), "application/pdf", pdf));
        assertThat(ANSWERS.getLast()).startsWith("201");
        ANSWERS.add(put(signedIn(), "files.zip", zip("a.pdf", Pdfs.plain(2, DOCUMENT))));
        assertThat(ANSWERS.getLast()).contains("預かりました");
        byte[] cut = java.util.Arrays.copyOf(pdf, pdf.length - 20);
        ANSWERS.add(put(signedIn(), "a.pdf", cut));
        assertThat(ANSWERS.getLast()).contains("途中で切れている");
    }

    private static Browser signedIn() {
        Browser browser = new Browser(server.screens());
        browser.signIn(INSURER.value(), DemoAccounts.LOGIN, DemoAccounts.PASSWORD);
        return browser;
    }

    private static String put(Browser browser, String name, byte[] bytes) {
        return browser.send(browser.request("/upload")
                        .header("X-CSRF-TOKEN", browser.csrf())
                        .header("X-File-Name", Browser.encoded(name))
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(bytes)))
                .body();
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String form(Browser browser, M01File... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (M01File file : files) {
            body.writeBytes(("--canary\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file.name(1)
                            + "\"\r\nContent-Type: text/csv\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--canary--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = browser.send(browser.request("/upload?_csrf=" + Browser.encoded(browser.csrf()))
                .header("Content-Type", "multipart/form-data; boundary=canary")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        return answer.body();
    }

    private static void readResults() throws IOException {
        Browser browser = signedIn();
        for (String number : server.query("select receipt from intake.file")) {
            String receipt = INSURER.value() + "-" + number.substring(0, 8) + "-" + number.substring(8);
            for (String path : List.of("", "?only=ALL", "/result.csv", "/result.json")) {
                ANSWERS.add(browser.get("/files/" + receipt + path).body());
            }
            ANSWERS.add(server.getFromApi(INSURER, "/M01/registrations/" + receipt));
            ANSWERS.add(server.getFromApi(INSURER, "/M01/results?receiptNo=" + receipt));
        }
        assertThat(ANSWERS).anyMatch(answer -> answer.contains("E9001"));
    }

    @AfterAll
    static void stop() {
        server.close();
        TestFolders.delete(FOLDER);
    }

    @Test
    void the_search_finds_what_was_planted_in_every_form() throws IOException {
        CanarySearch search = new CanarySearch().numbers(List.of(PLANTED));
        Path file = Files.write(server.outside().resolve("planted"), planted());

        assertThat(forms(search.findIn(file)))
                .containsExactlyInAnyOrder(
                        "UTF-8",
                        "UTF-16BE",
                        "UTF-16LE",
                        "base64",
                        "base64+1",
                        "base64+2",
                        "hex",
                        "packed",
                        "digits",
                        "long");
    }

    @Test
    void no_number_is_left_in_the_data_folder_nor_in_a_temporary_file_nor_in_an_output() {
        assertThat(numbers().findIn(server.data(), server.tmp(), server.log())).isEmpty();
    }

    @Test
    void a_document_stands_in_the_database_and_in_no_other_file() {
        CanarySearch document = new CanarySearch().texts(List.of(DOCUMENT));
        assertThat(document.findIn(server.data(), server.tmp(), server.log()))
                .isNotEmpty()
                .allMatch(found -> found.contains(" in " + server.data().resolve("postgres")));
    }

    @Test
    void no_number_is_left_in_the_memory_of_the_server() throws IOException {
        Path dump = server.outside().resolve("heap.hprof");
        server.ask("hold " + PLANTED);
        server.ask("dump " + dump);

        assertThat(forms(new CanarySearch().numbers(List.of(PLANTED)).findIn(dump)))
                .contains("UTF-8", "UTF-16BE", "UTF-16LE", "long");
        assertThat(numbers().findIn(dump)).isEmpty();
    }

    @Test
    void no_number_and_no_name_is_in_an_answer_a_result_the_audit_or_an_output() throws IOException {
        CanarySearch all = new CanarySearch()
                .numbers(FILES.numbers())
                .texts(List.of(CanaryFiles.NAME, CanaryFiles.KANA, CanaryFiles.ADDRESS));
        String rows = String.join("\n", server.query("select r::text from intake.result r"))
                + String.join("\n", server.query("select e::text from audit.entry e"))
                + String.join("\n", server.query("select f::text from intake.file f"));

        assertThat(all.findIn(String.join("\n", ANSWERS))).isEmpty();
        assertThat(all.findIn(rows)).isEmpty();
        assertThat(all.findIn(server.log(), server.tmp())).isEmpty();
        for (Path log : serverLogs()) {
            assertThat(all.findIn(log)).isEmpty();
        }
    }

    private static List<Path> serverLogs() throws IOException {
        try (var files = Files.walk(server.data())) {
            List<Path> logs =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            assertThat(logs).isNotEmpty();
            return logs;
        }
    }

    private static CanarySearch numbers() {
        return new CanarySearch().numbers(FILES.numbers());
    }

    private static Set<String> forms(Set<String> found) {
        return found.stream()
                .map(one -> one.substring(one.indexOf(' ') + 1, one.indexOf(" in ")))
                .collect(Collectors.toSet());
    }

    private static byte[] planted() {
        java.util.Base64.Encoder base64 = java.util.Base64.getEncoder();
        byte[] packed = java.util.HexFormat.of().parseHex(PLANTED);
        byte[] digits = new byte[PLANTED.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) (PLANTED.charAt(i) - '0');
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String before : List.of("", "a", "ab")) {
            out.writeBytes(base64.encode((before + PLANTED + "z").getBytes(StandardCharsets.US_ASCII)));
        }
        out.writeBytes(PLANTED.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(java.util.HexFormat.of()
                .formatHex(PLANTED.getBytes(StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes((" " + PLANTED).getBytes(StandardCharsets.UTF_16BE));
        out.writeBytes(PLANTED.getBytes(StandardCharsets.UTF_16LE));
        out.writeBytes(packed);
        out.writeBytes(digits);
        out.writeBytes(
                java.nio.ByteBuffer.allocate(8).putLong(Long.parseLong(PLANTED)).array());
        return out.toByteArray();
    }
}
