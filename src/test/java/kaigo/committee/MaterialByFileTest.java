package kaigo.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import kaigo.Await;
import kaigo.Browser;
import kaigo.SampleUsers;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.documents.Pdfs;
import kaigo.intake.Loads;
import kaigo.intake.Receipt;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.layout.Sheet;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same by M11: a file of the municipality's system becomes a set, its next revision a version, its deletion a recall. */
class MaterialByFileTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String OTHER_INSURER = "131045";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Systems system = Systems.of(insurer);
    private final Browser member = SampleUsers.member(insurer, "iin1");
    private int minute;

    @Test
    void a_file_a_revision_and_a_deletion_are_a_set_a_version_and_a_recall() throws IOException {
        byte[] first = SampleMaterial.papers("B2");
        send("1", first);
        JsonNode state = awaitVersion(1);
        assertThat(state.get("state").asString()).isEqualTo("OPEN");
        assertThat(state.at("/receipts/0/memberId").asString()).isEqualTo("iin1");
        assertThat(state.at("/receipts/0/chair").asBoolean()).isTrue();
        assertThat(state.at("/cases/1/caseInsurerNumber").asString()).isEqualTo(OTHER_INSURER);
        String list = member.get("/committee").body();
        assertThat(list).contains("資料を開く");
        String meeting = list.replaceAll("(?s).*href=\"(/committee/[0-9a-f-]{36})\".*", "$1");
        assertThat(member.get(meeting + "/pages/3").body()).contains("B1");

        send("2", SampleMaterial.papers("B3"));
        Await.until(() -> awaitVersion(2).at("/cases/1/change").asString().equals("PAGES"), DEADLINE);
        assertThat(state().at("/cases/0/change").asString()).isEqualTo("SAME");
        assertThat(state().at("/receipts/0/seenVersion").asInt()).isEqualTo(1);

        send("3", SampleMaterial.papers("B3"));
        Await.until(() -> state().get("state").asString().equals("RECALLED"), DEADLINE);
        assertThat(member.get(meeting).statusCode()).isEqualTo(410);
    }

    @Test
    void a_system_calls_a_set_back_and_what_is_over_stays_so() throws IOException {
        send("1", SampleMaterial.papers("B2"));
        awaitVersion(1);

        assertThat(recall().body()).contains("\"recalled\":true");
        assertThat(recall().body()).contains("\"recalled\":false");
        assertThat(state().get("recallReason").asString()).isEqualTo("誤り");
        assertThat(Systems.of(TestServer.insurerDaily()).get(path()).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> recall() throws IOException {
        return system.send("POST", path() + "/recall", "application/json", "{\"reason\":\"誤り\"}");
    }

    private JsonNode awaitVersion(int version) {
        Await.until(() -> state().path("version").asInt() == version, DEADLINE);
        return state();
    }

    private JsonNode state() {
        try {
            return new JsonMapper().readTree(system.get(path()).body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String path() {
        return "/v1/insurers/" + insurer.value() + "/committee-materials/"
                + record("1", new byte[0]).text(layoutPosition("materialNo"));
    }

    private static int layoutPosition(String code) {
        return Layouts.newest("M11").orElseThrow().position(code);
    }

    private void send(String updateType, byte[] pdf) throws IOException {
        system.put("/v1/insurers/" + insurer.value() + "/documents/" + Pdfs.sha256(pdf), "application/pdf", pdf);
        LocalDateTime created = LocalDateTime.of(2026, 11, 20, 6, 0).plusMinutes(minute++);
        Control control = new Control(
                "M11", "2.02", insurer.value(), ProcessingType.DAILY, LocalDate.of(2026, 11, 20), created, 1, "test");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Row row = record(updateType, pdf);
        try (RecordWriter writer = RecordWriter.open(file, Form.NDJSON, control, row.layout())) {
            writer.write(row);
        }
        HttpResponse<String> sent = system.post(
                "/v1/insurers/" + insurer.value() + "/M11/registrations", "application/x-ndjson", file.toByteArray());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        String location = sent.headers().firstValue("Location").orElseThrow();
        Receipt receipt =
                Receipt.parse(location.substring(location.lastIndexOf('/') + 1)).orElseThrow();
        Loads.awaitFinal(receipt);
        assertThat(Loads.results(receipt)).containsExactly("30");
    }

    /** Two cases, the second of another insurer. */
    private Row record(String updateType, byte[] pdf) {
        Row row = SampleRecord.full(Layouts.newest("M11").orElseThrow(), 2);
        set(row, "updateType", updateType);
        set(row, "insurerNumber", insurer.value());
        set(row, "sha256", Pdfs.sha256(pdf));
        set(row, "pages", "4");
        set(row, "viewing", "2");
        set(row, "openFrom", "20261120080000");
        set(row, "openTo", "20261127235959");
        set(row, "plannedAt", "20261127133000");
        Sheet cases = row.layout().sheet("cases");
        Row own = row.sheet(cases).getFirst();
        set(own, "caseOrder", "1");
        set(own, "caseInsurerNumber", insurer.value());
        set(own, "startPage", "1");
        Row other = row.addTo(cases);
        own.layout().ownItems().forEach(item -> other.text(item.position(), own.text(item.position())));
        set(other, "caseOrder", "2");
        set(other, "caseInsurerNumber", OTHER_INSURER);
        set(other, "startPage", "3");
        set(row.sheet(row.layout().sheet("members")).getFirst(), "memberId", "IIN1");
        return row;
    }

    private static void set(Row row, String code, String value) {
        row.text(row.layout().position(code), value);
    }
}
