package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import kaigo.Await;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.platform.DatabaseAddress;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is new, and of that only what may be seen; nothing is missed, whatever commits last. */
class ReadingChangesTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final OfficeSoftware software = OfficeSoftware.of(office);
    private String mark = "";

    @BeforeEach
    void a_verified_person() {
        TestServer.start(insurer);
        records.person();
        ok(software.verify(ReadingApiTest.card(insurer)));
    }

    @Test
    void a_new_record_is_told_once_by_its_kind() {
        assertThat(changed()).as("without a mark everything is new").contains("BANNER");
        settle();
        records.send("M02", row -> row);
        assertThat(changed()).containsExactly("CARD");
        settle();
    }

    @Test
    void of_what_may_not_be_seen_nothing_is_told_not_even_by_another_kind() {
        records.send("M08", row -> FullRecords.certified(row, "0"));
        settle();
        records.send("M08", row -> FullRecords.updated(FullRecords.certified(surveyed(row), "0"), "2"));
        records.send("M02", row -> row);
        assertThat(changed())
                .as("neither the survey nor the application that holds it")
                .containsExactly("CARD");
    }

    @Test
    void with_consent_the_survey_is_told_and_before_its_certification_is_not() {
        records.send("M08", row -> FullRecords.certified(row, "1"));
        settle();
        records.send("M08", row -> FullRecords.updated(FullRecords.certified(surveyed(row), "1"), "2"));
        assertThat(changed()).contains("CERT_SURVEY").doesNotContain("COMMITTEE_SHEET", "PROGRESS");
        settle();
        records.send("M08", row -> FullRecords.with(ReadingApiTest.pending(row), "historyNo", "2"));
        assertThat(changed()).contains("PROGRESS").doesNotContain("CERT_SURVEY", "COMMITTEE_SHEET");
    }

    @Test
    void what_opens_on_a_day_is_told_on_that_day_however_long_it_was_there() {
        records.send("M10", row -> FullRecords.with(row, "certifiedOn", "20261120"));
        records.send("M08", row -> FullRecords.with(FullRecords.certified(row, "1"), "certifiedOn", "20261120"));
        for (String table : List.of("certification.progress", "certification.application")) {
            Loads.database()
                    .sql("update " + table
                            + " set registered_at = timestamptz '2026-11-16 09:00+09' where insurer_number = ?")
                    .param(insurer.value())
                    .update();
        }
        mark = "2026-11-19T18:00:00%2B09:00";
        assertThat(changed()).contains("PROGRESS", "CERT_SURVEY", "DOCTOR_OPINION", "COMMITTEE_SHEET");
        mark = "2026-11-20T00:00:00%2B09:00";
        assertThat(changed()).doesNotContain("PROGRESS", "CERT_SURVEY");
    }

    @Test
    void a_change_that_commits_after_the_look_is_told_by_the_next_one() throws SQLException {
        records.send("M02", row -> row);
        settle();
        DatabaseAddress database = TestServer.database();
        try (Connection slow = DriverManager.getConnection(
                        database.url(),
                        database.application().name(),
                        database.application().password());
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("update cards.insurance_card set registered_at = registered_at where insurer_number = '"
                    + insurer.value() + "'");
            changed();
            String seen = mark;
            slow.commit();
            mark = seen;
        }
        assertThat(changed())
                .as("its registered_at is long past the mark's instant")
                .containsExactly("CARD");
    }

    @Test
    void an_instant_works_too_and_what_is_neither_is_refused() {
        mark = "2026-11-20T00:00:00%2B09:00";
        assertThat(changed()).contains("BANNER");
        assertThat(software.get("/api/v1/changes?since=2027-01-01T00:00:00Z").body())
                .contains("\"users\":[]");
        for (String wrong : List.of("yesterday", "1.2.3", "1.2~442913-1~3.4", "99999999999999999999.1")) {
            assertThat(software.get("/api/v1/changes?since=" + wrong).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_round_over_several_pages_ends_where_its_first_page_began() {
        Loads.load(
                insurer, new M01File(insurer, "D").createdAt("20261120230000").add("1", "0000000002", "", "架空　次郎"));
        office.verified(insurer, InsuredNumber.of("0000000002"), TestServer.TODAY);
        JsonNode first = ok(software.get("/api/v1/changes?limit=1"));
        assertThat(first.get("more").asBoolean()).isTrue();
        assertThat(first.at("/users/0/insuredNumber").asString()).isEqualTo(FullRecords.PERSON);
        records.send("M02", row -> row);
        JsonNode second = ok(software.get(
                "/api/v1/changes?limit=1&since=" + first.get("next").asString()));
        assertThat(second.at("/users/0/insuredNumber").asString()).isEqualTo("0000000002");
        JsonNode last = ok(software.get(
                "/api/v1/changes?limit=1&since=" + second.get("next").asString()));
        assertThat(last.get("more").asBoolean()).isFalse();
        mark = last.get("next").asString();
        assertThat(changed()).as("changed while the round went on").contains("CARD");
    }

    @Test
    void when_something_about_a_protected_person_changes_is_not_to_be_told() {
        Loads.load(
                insurer,
                new M01File(insurer, "D")
                        .createdAt("20261120230000")
                        .add("2", FullRecords.PERSON, "", "架空　太郎", "20261120120000")
                        .with(24, "1"));
        changed();
        assertThat(changed()).as("always").contains("BANNER", "CARD", "HOME_MODIFICATION");
        assertThat(changed()).as("but only what may be seen").doesNotContain("CERT_SURVEY");
    }

    @Test
    void whom_the_office_did_not_verify_is_not_told_of() {
        ok(software.delete("/api/v1/users/" + Handles.of(insurer, FullRecords.PERSON)));
        records.send("M02", row -> row);
        assertThat(changed()).isEmpty();
    }

    /** Until nothing is new: a transaction of another test may still hold the mark back, and then the same comes again. */
    private void settle() {
        Await.until(() -> changed().isEmpty(), Duration.ofSeconds(30));
    }

    private List<String> changed() {
        JsonNode answer = ok(software.get("/api/v1/changes" + (mark.isEmpty() ? "" : "?since=" + mark)));
        assertThat(answer.get("more").asBoolean()).isFalse();
        mark = answer.get("next").asString();
        return answer.get("users")
                .valueStream()
                .flatMap(user -> user.get("kinds").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static kaigo.layout.Row surveyed(kaigo.layout.Row row) {
        return FullRecords.with(row, "surveyedOn", "20261005");
    }
}
