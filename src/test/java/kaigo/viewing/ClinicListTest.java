package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.ng;
import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.ListGate;
import kaigo.access.OwnListPage;
import kaigo.access.OwnListQuery;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.rules.Kind;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 利用者一覧 of who was asked for an opinion (rulings 12 to 14): until the window and the decision are over. */
class ClinicListTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice clinic = SampleOffice.clinic(insurer);
    private final OfficeSoftware software = OfficeSoftware.of(clinic);
    private final String path = "/api/v1/users/" + Handles.of(insurer, FullRecords.PERSON);

    @BeforeEach
    void a_started_insurer_with_one_person() {
        TestServer.start(insurer);
        records.person();
        records.send("M02", row -> row);
    }

    @Test
    void who_was_asked_finds_the_person_and_another_clinic_does_not() {
        assertThat(users(software)).isEmpty();
        assertThat(ng(software.get(path + "/cards"))).isEqualTo("NO_OPINION_REQUEST");
        asked("20261110");
        JsonNode user = users(software).getFirst();
        assertThat(user.get("name").asString()).isEqualTo("架空　太郎");
        assertThat(user.get("requestFiledOn").asString()).isEqualTo("2026-11-10");
        assertThat(user.has("viewableUntil")).isFalse();
        assertThat(ok(software.get(path + "/cards")).get("records")).hasSize(1);
        assertThat(users(OfficeSoftware.of(SampleOffice.secondClinic(insurer)))).isEmpty();
        assertThat(ok(software.get("/api/v1/changes"))
                        .at("/users/0/kinds")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("CARD");
    }

    @Test
    void after_the_thirty_days_the_decision_ends_it() {
        asked("20261001");
        records.send("M08", row -> ReadingApiTest.pending(row));
        assertThat(users(software)).as("not decided yet").hasSize(1);
        records.send("M08", row -> FullRecords.updated(decided(row), "2"));
        assertThat(users(software)).as("decided, and the 30 days are over").isEmpty();
        assertThat(ng(software.get(path + "/cards"))).isEqualTo("WINDOW_CLOSED");
    }

    @Test
    void a_cancelled_request_and_an_insurer_that_has_not_started_show_nobody() {
        asked("20261110");
        Loads.database()
                .sql("update participants.insurer set started_on = date '2026-11-21' where insurer_number = ?")
                .param(insurer.value())
                .update();
        assertThat(users(software)).isEmpty();
        assertThat(asked(clinic)).as("in a figure neither").isZero();
        TestServer.start(insurer);
        assertThat(users(software)).hasSize(1);
        assertThat(asked(clinic)).isOne();
        Loads.database()
                .sql("update opinion.request set cancelled_on = date '2026-11-12' where insurer_number = ?")
                .param(insurer.value())
                .update();
        assertThat(users(software)).isEmpty();
    }

    @Test
    void the_list_comes_in_pages() {
        Loads.load(
                insurer, new M01File(insurer, "D").createdAt("20261120230000").add("1", "0000000002", "", "架空　次郎"));
        asked("20261110");
        records.send(
                "M13",
                row -> FullRecords.with(FullRecords.asked(row, "20261111", clinic.id), "insuredNumber", "0000000002"));
        JsonNode first = ok(software.get("/api/v1/users?limit=1"));
        assertThat(first.at("/users/0/insuredNumber").asString()).isEqualTo(FullRecords.PERSON);
        JsonNode second = ok(software.get(
                "/api/v1/users?limit=1&after=" + first.get("nextAfter").asString()));
        assertThat(second.at("/users/0/insuredNumber").asString()).isEqualTo("0000000002");
    }

    @Test
    void a_facility_that_was_asked_has_to_verify_and_then_sees_the_request() {
        SampleOffice facility = SampleOffice.facility(insurer);
        OfficeSoftware its = OfficeSoftware.of(facility);
        records.send("M13", row -> FullRecords.asked(row, "20261110", facility.id));
        assertThat(users(its)).as("not verified: not even the number is told").isEmpty();
        assertThat(asked(facility)).isZero();
        assertThat(page(facility).insurers()).isEmpty();
        facility.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        JsonNode user = users(its).getFirst();
        assertThat(user.get("viewableUntil").asString()).isEqualTo("2026-11-20");
        assertThat(user.get("requestFiledOn").asString()).isEqualTo("2026-11-10");
        assertThat(asked(facility)).isOne();
        assertThat(page(facility).insurers()).containsExactly(insurer);
    }

    private static int asked(SampleOffice office) {
        return TestServer.bean(ListGate.class).figures(office.viewer()).get(Only.REQUESTED);
    }

    private static OwnListPage page(SampleOffice office) {
        OwnListQuery everybody = new OwnListQuery("", null, Only.EVERYBODY, OwnListQuery.Order.NUMBER, 0, 10);
        return TestServer.bean(ListGate.class)
                .list(office.viewer(), everybody, EnumSet.of(Kind.BANNER), (permit, page) -> page);
    }

    private static List<JsonNode> users(OfficeSoftware software) {
        return ok(software.get("/api/v1/users")).get("users").valueStream().toList();
    }

    private void asked(String filedOn) {
        records.send("M13", row -> FullRecords.asked(row, filedOn, clinic.id));
    }

    private static kaigo.layout.Row decided(kaigo.layout.Row row) {
        return FullRecords.with(FullRecords.certified(row, "0"), "certifiedOn", "20261119");
    }
}
