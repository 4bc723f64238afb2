package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kaigo.Await;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 月次突合 on the screen and over the API: what is shown, and who is on record. */
class ReconciliationPagesTest {

    private static final String HASH = "0".repeat(64);
    private static final JsonMapper JSON = new JsonMapper();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser browser = Browser.of(insurer);

    @Test
    void staff_sends_a_file_asks_and_reads_what_to_send() {
        Receipt receipt = upload(file(2));
        assertThat(browser.get("/files/" + receipt).body()).contains("突合情報は登録されません");
        assertThat(browser.get("/reconciliation").body()).contains("1 ファイル、2 件").contains("突合する");

        HttpResponse<String> asked = ask(receipt);
        assertThat(asked.statusCode()).isEqualTo(200);
        String page = compared(receipt).body();

        assertThat(page)
                .contains("相違あり")
                .contains("9000000001")
                .contains("9000000002")
                .contains("更新区分情報を「新規」にして送ってください")
                .doesNotContain("更新区分情報を「削除」にして");
        assertThat(browser.get("/reconciliation").body())
                .contains("突合情報（Q01）は届いていません")
                .contains(receipt.toString());
    }

    @Test
    void a_page_names_the_persons_that_it_shows_and_no_other() {
        Receipt receipt = upload(file(51));
        ask(receipt);
        compared(receipt);

        String page = "/reconciliation/" + receipt;
        assertThat(Entries.subjects(browser.get(page))).hasSize(50).first().isEqualTo("9000000001");
        assertThat(Entries.subjects(browser.get(page + "?after=50"))).containsExactly("9000000051");
        assertThat(Entries.subjects(browser.get(page + "?kind=ONLY_PLATFORM"))).isEmpty();
        assertThat(Entries.subjects(browser.get(page + "?interfaceId=M02"))).isEmpty();
        assertThat(Entries.subjects(browser.get("/reconciliation"))).isEmpty();
    }

    @Test
    void the_whole_list_leaves_as_a_file_whose_entry_proves_its_list() throws Exception {
        Receipt receipt = upload(file(3));
        ask(receipt);
        compared(receipt);

        HttpResponse<String> file = browser.get("/reconciliation/" + receipt + "/differences.csv");

        assertThat(file.body().lines())
                .hasSize(4)
                .startsWith("\uFEFF対象IF,名称,突合結果区分,被保険者番号,履歴番号,その他のキー,送るもの")
                .element(1)
                .isEqualTo("M01,介護被保険者番号等情報,保険者のみ,9000000001,,,新規");
        JsonNode entry = JSON.readTree(Entries.detail(file));
        assertThat(entry.get("list").asString()).isEqualTo("reconciliation " + receipt);
        assertThat(entry.get("persons").asInt()).isEqualTo(3);
        byte[] list = "9000000001\n9000000002\n9000000003\n".getBytes(StandardCharsets.UTF_8);
        assertThat(entry.get("sha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(list)));
    }

    @Test
    void the_answer_to_the_file_holds_only_what_could_not_be_compared() {
        Receipt receipt = upload(file(1).add("M01", "", "", "", HASH));

        assertThat(browser.get("/files/" + receipt + "/result.csv").body().lines())
                .hasSize(3)
                .element(1)
                .asString()
                .contains("E3010");
    }

    @Test
    void a_system_asks_and_fetches_page_by_page() throws IOException {
        Systems system = Systems.of(insurer);
        String base = "/v1/insurers/" + insurer.value();
        HttpResponse<String> sent = system.post(base + "/Q01/registrations", "text/csv", file(3).bytes());
        String receipt = JSON.readTree(sent.body()).get("receiptNo").asString();
        String one = base + "/reconciliations/" + receipt;
        assertThat(system.get(one).statusCode()).isEqualTo(404);

        assertThat(system.post(one, "application/json", new byte[0]).statusCode())
                .isEqualTo(202);
        Await.until(() -> JSON.readTree(system.get(one).body()).has("comparedAt"), Duration.ofSeconds(30));

        JsonNode page = JSON.readTree(
                system.get(one + "/differences?limit=2&kind=ONLY_INSURER").body());
        assertThat(page.get("differences")
                        .valueStream()
                        .map(row -> row.get("insuredNumber").asString()))
                .containsExactly("9000000001", "9000000002");
        assertThat(page.get("nextAfter").asInt()).isEqualTo(2);
        HttpResponse<String> rest = system.get(one + "/differences?after=2");
        assertThat(Entries.subjects(rest)).isEqualTo(List.of("9000000003"));
        assertThat(JSON.readTree(rest.body()).has("nextAfter")).isFalse();
    }

    private Q01File file(int persons) {
        Q01File file = new Q01File(insurer);
        for (int i = 1; i <= persons; i++) {
            file.add("M01", "%010d".formatted(9_000_000_000L + i), "", "", HASH);
        }
        return file;
    }

    private Receipt upload(Q01File file) {
        Receipt receipt = Loads.accepted(Loads.offer(insurer, file.bytes(), file.name()));
        Loads.awaitFinal(receipt);
        return receipt;
    }

    private HttpResponse<String> ask(Receipt receipt) {
        return browser.post("/reconciliation", Map.of("receipt", receipt.toString(), "_csrf", browser.csrf()));
    }

    private HttpResponse<String> compared(Receipt receipt) {
        Await.until(
                () -> !browser.get("/reconciliation/" + receipt).body().contains("hx-trigger"), Duration.ofSeconds(30));
        return browser.get("/reconciliation/" + receipt);
    }
}
