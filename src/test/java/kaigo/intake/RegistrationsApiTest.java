package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RegistrationsApiTest extends ApiCase {

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
        M01File same =
                new M01File(other, "I").add("1", "9000000001", NUMBER, "架空　太郎").add("9", "9000000002", "", "");

        String byCsv = location(system.post(path(), CSV, twoPersons().bytes()));
        String byNdjson = location(otherSystem.post(path(other), NDJSON, ndjson(same.bytes())));

        awaitFinal(byCsv);
        Await.until(() -> json(otherSystem.get(byNdjson)).get("final").asBoolean(), Duration.ofSeconds(30));
        assertThat(comparable(otherSystem.get(byNdjson + "/results")))
                .isEqualTo(comparable(system.get(byCsv + "/results")));
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
        String second = location(system.post(
                path(), CSV, twoPersons().createdAt("20261120053001").bytes()));
        awaitFinal(first);

        JsonNode page = json(system.get(first + "/results?limit=1"));
        JsonNode rest = json(
                system.get(first + "/results?after=" + page.get("nextAfter").asInt()));
        assertThat(page.get("results").size()).isOne();
        assertThat(rest.get("results").size()).isOne();
        assertThat(rest.has("nextAfter")).isFalse();
        assertThat(json(system.get(first + "/results?only=ERRORS"))
                        .get("results")
                        .size())
                .isOne();

        JsonNode newest = json(system.get(path() + "?limit=1"));
        assertThat(second).endsWith(newest.get("nextBefore").asString());
        JsonNode older =
                json(system.get(path() + "?before=" + newest.get("nextBefore").asString()));
        assertThat(older.get("registrations").size()).isOne();
    }
}
