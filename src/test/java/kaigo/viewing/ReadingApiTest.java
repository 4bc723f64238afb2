package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.ng;
import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** As a care manager would, by the API alone: the card's items, the file, the consent withdrawn, the refusal. */
class ReadingApiTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final OfficeSoftware software = OfficeSoftware.of(SampleOffice.near(insurer));
    private final String path = "/api/v1/users/" + Handles.of(insurer, FullRecords.PERSON);

    @BeforeEach
    void a_started_insurer_with_one_person() {
        TestServer.start(insurer);
        records.person();
    }

    @Test
    void a_person_is_verified_the_file_read_and_after_the_withdrawal_the_same_read_is_refused() {
        records.send("M02", row -> row);
        records.send("M08", row -> FullRecords.certified(row, "1"));
        assertThat(ng(software.get(path + "/surveys"))).isEqualTo("NOT_VERIFIED");
        ok(software.verify(card()));

        JsonNode survey = ok(software.get(path + "/surveys")).get("records").get(0);
        assertThat(survey.get("overview").get(0).get("name").asString()).isNotBlank();
        assertThat(survey.get("basic")).hasSize(1);
        assertThat(ok(software.get(path + "/cards")).get("records")).hasSize(1);

        records.send("M09", row -> FullRecords.withdrawn(row));
        HttpResponse<String> refused = software.get(path + "/surveys");
        assertThat(ng(refused)).isEqualTo("CONSENT_MISSING");
        assertThat(refused.body()).contains("包括同意").doesNotContain("架空　太郎");
        assertThat(ok(software.get(path + "/cards")).get("records"))
                .as("the card needs no consent")
                .hasSize(1);
    }

    @Test
    void the_cover_tells_who_it_is_and_what_could_be_opened() {
        assertThat(ng(software.get(path + "/summary"))).isEqualTo("NOT_VERIFIED");
        ok(software.verify(card()));
        HttpResponse<String> answer = software.get(path + "/summary");
        assertThat(entry(answer))
                .as("only what was read is on record")
                .contains("\"BANNER\":\"VERIFIED\"")
                .doesNotContain("CARD");
        JsonNode summary = ok(answer);
        assertThat(summary.get("person").get("name").asString()).isEqualTo("架空　太郎");
        assertThat(summary.at("/kinds/CARD/shown").asBoolean()).isTrue();
        assertThat(summary.at("/kinds/CERT_SURVEY/refused/code").asString()).isEqualTo("NOT_YET_CERTIFIED");
        assertThat(summary.at("/kinds/LIFE/refused/code").asString())
                .as("open in the demo, but consent is needed")
                .isEqualTo("CONSENT_MISSING");
    }

    @Test
    void the_state_of_the_consent_is_told_for_today_and_for_any_day() {
        assertThat(ng(software.get(path + "/consent"))).isEqualTo("NOT_VERIFIED");
        ok(software.verify(card()));
        records.send("M08", row -> FullRecords.certified(row, "1"));
        assertThat(ok(software.get("/api/v1/users")).at("/users/0/consent").asString())
                .isEqualTo("IN_FORCE");
        records.send("M09", row -> FullRecords.withdrawn(row));

        JsonNode today = ok(software.get(path + "/consent"));
        assertThat(today.at("/state/standing").asString()).isEqualTo("WITHDRAWN");
        assertThat(today.get("lines").valueStream().map(line -> line.get("act").asString() + line.get("channel")))
                .containsExactly("GRANT\"APPLICATION\"", "WITHDRAW\"INSURER\"");
        JsonNode before = ok(software.get(path + "/consent?on=2026-11-18"));
        assertThat(before.at("/state/standing").asString()).isEqualTo("IN_FORCE");
        assertThat(before.at("/state/until").asString()).isEqualTo("2027-09-30");
        assertThat(ok(software.get(path + "/consent?on=2026-09-30"))
                        .at("/state/standing")
                        .asString())
                .isEqualTo("NONE");
        assertThat(ok(software.get(path + "/summary")).at("/consent/standing").asString())
                .isEqualTo("WITHDRAWN");
        assertThat(ok(software.get("/api/v1/users")).at("/users/0/consent").asString())
                .isEqualTo("WITHDRAWN");
        assertThat(software.get(path + "/consent?on=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void the_whole_file_has_every_part_with_its_records_or_its_reasons() {
        records.send("M02", row -> row);
        ok(software.verify(card()));
        JsonNode file = ok(software.get(path + "/file"));
        assertThat(file.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        java.util.Arrays.stream(Part.values()).map(Part::path).toList());
        assertThat(file.get("cards").get("records")).hasSize(1);
        assertThat(file.get("cards").get("refused")).isEmpty();
        assertThat(file.get("surveys").get("records")).isEmpty();
        assertThat(file.get("surveys").get("refused").get(0).get("code").asString())
                .isEqualTo("NOT_YET_CERTIFIED");
    }

    @Test
    void absent_and_foreign_persons_look_the_same() {
        records.send("M02", row -> row);
        for (String part : List.of("/cards", "/surveys", "/file", "/summary")) {
            String foreign = withoutId(software.get(path + part));
            String absent = withoutId(software.get("/api/v1/users/" + Handles.of(insurer, "0000000999") + part));
            assertThat(absent).isEqualTo(foreign);
        }
        assertThat(software.get("/api/v1/users/" + insurer.value() + "/1/cards").statusCode())
                .isEqualTo(404);
        assertThat(software.get(path + "/secrets").statusCode()).isEqualTo(404);
    }

    @Test
    void the_list_names_whom_the_office_verified_and_an_expired_one_by_number_only() {
        assertThat(ok(software.get("/api/v1/users")).get("users")).isEmpty();
        ok(software.verify(card()));
        JsonNode user = ok(software.get("/api/v1/users")).get("users").get(0);
        assertThat(user.get("name").asString()).isEqualTo("架空　太郎");
        assertThat(user.get("viewableUntil").asString()).isEqualTo("2027-02-28");

        age("viewable_until = date '2026-11-19'");
        JsonNode expired = ok(software.get("/api/v1/users")).get("users").get(0);
        assertThat(expired.get("expired").asBoolean()).isTrue();
        assertThat(expired.has("name")).isFalse();
        assertThat(ng(software.get(path + "/cards"))).isEqualTo("VIEWING_EXPIRED");

        ok(software.verify(card()));
        ok(software.delete(path));
        assertThat(ok(software.get("/api/v1/users")).get("users")).isEmpty();
        assertThat(ng(software.get(path + "/cards"))).isEqualTo("NOT_VERIFIED");
        assertThat(ng(software.delete(path))).isEqualTo("NOT_VERIFIED");
        ok(software.verify(card()));
        assertThat(ok(software.get("/api/v1/users")).get("users"))
                .as("whoever is verified again is there again")
                .hasSize(1);
    }

    private static String entry(HttpResponse<String> answer) {
        return Loads.database()
                .sql("select detail from audit.entry where request_id = ?")
                .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .query(String.class)
                .single();
    }

    private void age(String change) {
        Loads.database()
                .sql("update insured.viewing set " + change + " where insurer_number = ?")
                .param(insurer.value())
                .update();
    }

    private Map<String, String> card() {
        return card(insurer);
    }

    static Map<String, String> card(InsurerNumber insurer) {
        return new HashMap<>(Map.of(
                "insurerNumber",
                insurer.value(),
                "insuredNumber",
                FullRecords.PERSON,
                "birthDate",
                "昭和9年6月11日",
                "sex",
                "1"));
    }

    /** Filed, and not decided yet. */
    static Row pending(Row row) {
        FullRecords.with(row, "appliedOn", "20261001");
        FullRecords.with(row, "certStatus", "01");
        for (String code : List.of("certifiedOn", "validFrom", "validTo", "validMonths", "careLevel")) {
            FullRecords.with(row, code, null);
        }
        return row;
    }

    private static String withoutId(HttpResponse<String> response) {
        return response.statusCode() + response.body().replaceAll("\"(requestId|processedAt)\":\"[^\"]*\"", "");
    }
}
