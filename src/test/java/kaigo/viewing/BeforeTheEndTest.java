package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.ng;
import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 閲覧有効期限 from the warning to the end, and what an office still sees then (rulings 28, 29). */
class BeforeTheEndTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final OfficeSoftware software = OfficeSoftware.of(office);

    @BeforeEach
    void a_person_in_the_list() {
        TestServer.start(insurer);
        records.person();
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(10));
    }

    @Test
    void fourteen_days_before_it_is_warned_and_an_accepted_claim_ends_the_warning() {
        set("verified_at = timestamptz '2026-08-15 09:00+09', viewable_until = date '2026-11-30'");
        JsonNode row = row();
        assertThat(row.get("endsSoon").asBoolean()).isTrue();
        assertThat(row.get("recheck").asBoolean())
                .as("none for September and October")
                .isTrue();
        assertThat(row.get("name").asString()).isEqualTo("架空　太郎");

        claim("202609");
        assertThat(row().get("recheck").asBoolean()).as("one for September").isFalse();
        assertThat(row().get("viewableUntil").asString()).isEqualTo("2026-12-31");
        assertThat(row().get("endsSoon").asBoolean()).isFalse();
    }

    @Test
    void two_whole_months_without_a_claim_are_the_boundary() {
        set("verified_at = timestamptz '2026-09-30 23:59+09', viewable_until = date '2026-12-31'");
        assertThat(row().get("recheck").asBoolean()).as("one month").isFalse();
        set("verified_at = timestamptz '2026-08-31 23:59+09'");
        assertThat(row().get("recheck").asBoolean()).as("two months").isTrue();
        set("verified_at = timestamptz '2026-08-31 15:00+00'");
        assertThat(row().get("recheck").asBoolean())
                .as("that is September in Japan")
                .isFalse();
    }

    @Test
    void an_expired_row_is_what_the_office_entered_and_the_end_and_one_step_verifies_again() {
        set("verified_at = timestamptz '2026-07-15 09:00+09', viewable_until = date '2026-11-19'");
        JsonNode row = row();
        Set<String> items = new TreeSet<>();
        row.propertyNames().forEach(items::add);
        assertThat(items)
                .isEqualTo(Set.of(
                        "id", "insurerNumber", "insuredNumber", "viewableUntil", "expired", "endsSoon", "recheck"));
        assertThat(row.get("expired").asBoolean()).isTrue();
        assertThat(row.get("recheck").asBoolean())
                .as("claims are not the office's words")
                .isFalse();
        String path = "/api/v1/users/" + Handles.of(insurer, FullRecords.PERSON);
        assertThat(ng(software.get(path + "/consent"))).isEqualTo("VIEWING_EXPIRED");

        ok(software.verify(ReadingApiTest.card(insurer)));
        assertThat(row().get("viewableUntil").asString()).isEqualTo("2027-02-28");
        assertThat(row().get("name").asString()).isEqualTo("架空　太郎");
    }

    @Test
    void the_last_day_counts_whole_and_an_end_by_the_office_at_once() {
        set("viewable_until = date '2026-11-20'");
        assertThat(row().get("expired").asBoolean()).isFalse();
        assertThat(row().get("endsSoon").asBoolean()).isTrue();
        ok(software.delete("/api/v1/users/" + Handles.of(insurer, FullRecords.PERSON)));
        assertThat(ok(software.get("/api/v1/users")).get("users")).isEmpty();
    }

    private void claim(String month) {
        records.send("K01", row -> {
            FullRecords.with(row, "serviceMonth", month);
            FullRecords.with(row, "claimingOffice", office.id.number());
            FullRecords.with(row, "subcontractedOffice", null);
            return FullRecords.with(row, "reviewResult", "1");
        });
    }

    private JsonNode row() {
        return ok(software.get("/api/v1/users")).get("users").get(0);
    }

    private void set(String what) {
        Loads.database()
                .sql("update insured.viewing set " + what + " where insurer_number = ?")
                .param(insurer.value())
                .update();
    }
}
