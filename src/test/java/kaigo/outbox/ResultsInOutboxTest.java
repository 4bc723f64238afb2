package kaigo.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import kaigo.Browser;
import kaigo.Kills;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Receipt;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 登録結果 (P01) in the 送付箱: that they are whole is told there, once for each reception. */
class ResultsInOutboxTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Systems municipality = Systems.of(insurer);
    private final Browser staff = Browser.of(insurer);

    @Test
    void results_with_an_error_wait_until_they_are_taken_and_are_received() throws IOException {
        Receipt receipt = load("20261120053000", "A00");
        JsonNode item = only();
        assertThat(item.path("ifId").asString()).isEqualTo("P01");
        assertThat(item.path("receiptNo").asString()).isEqualTo(receipt.toString());
        assertThat(item.has("insuredNumber")).isFalse();
        assertThat(item.path("state").asString()).isEqualTo("WAITING");
        assertThat(staff.get("/outbox").body()).contains(receipt.toString(), "未取得　1");
        String first = municipality.get(outbox("/1")).body();
        assertThat(JSON.readTree(first).path("record").toString())
                .isEqualTo("{\"receiptNo\":\"%s\",\"interfaceId\":\"M01\",\"records\":1,\"warned\":0,\"failed\":1}"
                        .formatted(receipt));
        assertThat(JSON.readTree(municipality.get(outbox("/1")).body()).path("record"))
                .as("fetched again")
                .isEqualTo(JSON.readTree(first).path("record"));
        assertThat(municipality
                        .send("POST", outbox("/1/ack"), "application/json", "{\"answer\":\"RECEIVED\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(only().path("state").asString()).isEqualTo("RECEIVED");
        assertThat(staff.get("/outbox/1").body())
                .contains("受付番号", receipt.toString(), "うちエラー", "/files/" + receipt)
                .doesNotContain("被保険者番号");
        assertThat(staff.get("/outbox/1/record.pdf").body()).startsWith("%PDF-");
    }

    @Test
    void what_was_taken_by_its_receipt_is_not_waited_for_and_results_without_a_fault_trouble_nobody()
            throws IOException {
        Receipt faulty = load("20261120053000", "A00");
        municipality.get("/v1/insurers/" + insurer.value() + "/M01/registrations/" + faulty + "/results");
        assertThat(only().path("state").asString()).isEqualTo("FETCHED");
        Receipt good = load("20261120054000", "9000000001");
        String list = staff.get("/outbox").body();
        assertThat(list).contains(faulty.toString(), "未取得　0").doesNotContain(good.toString());
        assertThat(staff.get("/outbox?results=true").body()).contains(good.toString());
        assertThat(items()).hasSize(2);
        staff.get("/files/" + good);
        assertThat(items().getLast().path("state").asString()).isEqualTo("FETCHED");
    }

    @Test
    void files_of_the_federation_are_not_the_municipality_s_to_mend() throws IOException {
        FullRecords records = new FullRecords(insurer);
        records.person();
        assertThat(items()).hasSize(1);
        records.send("K01", row -> row);
        assertThat(items()).hasSize(1);
    }

    /** Its records are registered; that they are is told with the file's end or not at all, and then once. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_end_that_was_killed_is_told_once_when_the_file_ends(boolean atCommit) throws IOException {
        Receipt receipt;
        try (Kills kills = atCommit ? Kills.atCommit("outbox.item", insurer) : Kills.after("outbox.item", insurer)) {
            receipt = Loads.send(insurer, file("20261120053000", "A00"));
            Loads.awaitStatus(receipt, "attempts > 1 and done = records");
            assertThat(Loads.fileStatus(receipt)).isEqualTo(20);
            assertThat(items()).isEmpty();
        }
        Loads.awaitFinal(receipt);
        assertThat(only().path("receiptNo").asString()).isEqualTo(receipt.toString());
        assertThat(Loads.results(receipt)).hasSize(1);
    }

    private Receipt load(String createdAt, String insured) {
        return Loads.load(insurer, file(createdAt, insured));
    }

    private M01File file(String createdAt, String insured) {
        return new M01File(insurer, "D").createdAt(createdAt).add("1", insured, "123456789018", "架空　太郎");
    }

    private JsonNode only() throws IOException {
        assertThat(items()).hasSize(1);
        return items().getFirst();
    }

    private List<JsonNode> items() throws IOException {
        return JSON.readTree(municipality.get(outbox("")).body())
                .path("items")
                .valueStream()
                .toList();
    }

    private String outbox(String rest) {
        return "/v1/insurers/" + insurer.value() + "/outbox" + rest;
    }
}
