package kaigo.access;

import static kaigo.access.OneFile.EVERYTHING;
import static kaigo.intake.FullRecords.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.access.rules.Kind;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the rooms answer of what the municipality sent, and in which words. */
class FileContentsTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final OneFile file = new OneFile(insurer, FullRecords.PERSON);

    @BeforeEach
    void a_person() {
        records.person();
    }

    @Test
    void a_record_comes_with_every_item_that_was_sent() {
        OneFile.WHOLE.keySet().forEach(id -> {
            records.send(id, row -> row);
            Row sent = with(SampleRecord.full(Layouts.newest(id).orElseThrow(), 2), "insurerNumber", insurer.value());
            List<LayoutItem> items = sent.layout().items().stream()
                    .filter(item -> !Set.of(
                                    "updateType", "insurerNumber", "insuredNumber", "sourceUpdatedAt", "voidedOn")
                            .contains(item.code()))
                    .toList();
            JsonNode record = file.read(id).getFirst();
            assertNames(record, items.stream().map(LayoutItem::code).toArray(String[]::new));
            assertThat(items)
                    .allSatisfy(item -> assertThat(record.get(item.code()).asString())
                            .as(id + " " + item.code())
                            .isEqualTo(shown(item, sent)));
            assertThat(record.get("sourceUpdatedAt").asString()).isEqualTo("2026-08-01T09:30:00+09:00");
            assertThat(record.get("registeredAt").asString()).matches("2026-11-20T[0-9:]{8}\\+09:00");
        });
    }

    private static String shown(LayoutItem item, Row sent) {
        String text = sent.text(item.position());
        return switch (item.type()) {
            case D -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).toString();
            case F -> String.valueOf(text.equals("1"));
            default -> text;
        };
    }

    @Test
    void each_kind_has_its_own_part_of_a_certification() {
        records.send("M08", row -> row);
        JsonNode survey = file.read("surveys").getFirst();
        assertNames(
                survey,
                "historyNo",
                "appliedOn",
                "surveyedOn",
                "surveyPlaceKind",
                "surveyPlace",
                "overview",
                "basic",
                "notes");
        assertThat(names(survey.get("overview").get(0)))
                .contains("address", "household")
                .doesNotContain("surveyorKana", "insuredNumber", "historyNo");
        assertThat(survey.get("basic").get(0).get("q1_1_2").isBoolean()).isTrue();
        assertThat(survey.get("notes").get(0).get("text").asString()).isEqualTo("架空の文章です。");

        JsonNode opinion = file.read("opinions").getFirst();
        assertNames(opinion, "historyNo", "appliedOn", "opinion");
        assertThat(opinion.get("opinion").get(0).get("doctorName").asString()).isEqualTo("架空");

        assertThat(names(file.read("committee sheets").getFirst()))
                .contains("primaryResult", "score5", "careLevel", "committeeOn")
                .doesNotContain("surveyor", "panelNo", "consent", "applicantName", "opinion", "overview");
        assertNames(
                file.read("applications").getFirst(),
                "historyNo",
                "prefecture",
                "appliedOn",
                "applicationType",
                "certStatus");
    }

    @Test
    void burden_limits_and_other_reductions_part_at_the_kind_of_certificate() {
        for (int kind = 1; kind <= 9; kind++) {
            String code = "0" + kind;
            records.send("M04", row -> with(row, "certKind", code));
        }
        assertThat(file.values("M04", "certKind")).containsExactly("01", "07");
        assertThat(file.values("reductions", "certKind")).containsExactly("02", "03", "04", "05", "06", "08", "09");
    }

    @Test
    void the_newest_comes_first_by_number_not_by_text() {
        for (String number : List.of("9", "10", "2")) {
            records.send("M02", row -> with(row, "historyNo", number));
        }
        assertThat(file.values("M02", "historyNo")).containsExactly("10", "9", "2");
    }

    @Test
    void of_a_plan_those_tables_leave_that_are_shown_for_its_kind() {
        records.send("X02", row -> with(with(row, "planNo", "F"), "planKind", "4"));
        records.send("X02", row -> with(with(row, "planNo", "H"), "createdOn", "20260901"));
        assertThat(file.values("plans", "planNo")).containsExactly("H", "F");
        assertNames(only(Kind.CP_HOME_6), "planNo", "planKind", "slips", "slipLines");
        assertThat(only(Kind.CP_HOME_6).get("planNo").asString())
                .as("a plan of a 施設 has none")
                .isEqualTo("H");
        assertNames(only(Kind.CP_HOME_7), "planNo", "planKind", "costMonths", "costs", "kindLimits");

        JsonNode first = only(Kind.CP_HOME_1);
        assertThat(first.get("planNo").asString()).isEqualTo("H");
        assertThat(names(first))
                .contains("intention", "policy")
                .doesNotContain("services", "week", "dailyActivities", "slips", "costs");
        JsonNode second = only(Kind.CP_FACILITY_2);
        assertThat(second.get("planNo").asString()).isEqualTo("F");
        assertNames(second, "planNo", "planKind", "services");
        JsonNode third = only(Kind.CP_HOME_3);
        assertNames(third, "planNo", "planKind", "week", "dailyActivities", "otherThanWeekly");
        assertThat(third.get("week").get(0).get("content").asString()).isEqualTo("架空");
    }

    @Test
    void a_changed_record_comes_with_the_rows_of_its_present_state_in_their_order() {
        records.send("X02", row -> row);
        records.send("X02", row -> {
            Row more = row.addTo(row.layout().sheet("week"));
            List.of("weekday,2", "startTime,0900", "endTime,1000", "content,改")
                    .forEach(item -> with(more, item.split(",")[0], item.split(",")[1]));
            return FullRecords.updated(row, "2");
        });
        assertThat(only(Kind.CP_HOME_3).get("week").values().stream()
                        .map(row -> row.get("content").asString()))
                .containsExactly("架空", "改");
    }

    @Test
    void the_banner_names_the_person_and_its_text_does_not() {
        assertThat(file.banner(EnumSet.of(Kind.BANNER))).hasValueSatisfying(banner -> {
            assertThat(banner.person().insured().value()).isEqualTo(FullRecords.PERSON);
            assertThat(banner.name()).isEqualTo("架空　太郎");
            assertThat(banner.birthDate()).isEqualTo(LocalDate.of(1934, 6, 11));
            assertThat(banner.address()).isEqualTo("大分県架空市架空町一丁目");
            assertThat(banner.lostOn()).isNull();
            assertThat(banner.toString()).doesNotContain("架空", FullRecords.PERSON);
        });
    }

    @Test
    void protection_hides_every_place_where_the_person_could_be_found() {
        Stream.of("M02", "M05", "M08", "M12").forEach(id -> records.send(id, row -> row));
        records.send("M12", row -> with(row, "formKind", "3"));
        Loads.load(
                insurer,
                new M01File(insurer, "D")
                        .createdAt("20261120230000")
                        .add("2", FullRecords.PERSON, "123456789018", "架空　太郎", "20261120120000")
                        .with(24, "1"));
        assertThat(file.banner(EVERYTHING).orElseThrow().address()).isNull();
        assertThat(names(file.read("M02").getFirst()))
                .contains("facilities1Kind")
                .doesNotContain("facilities1Name", "facilities2Name");
        assertThat(names(file.read("M05").getFirst())).contains("remaining").doesNotContain("address");
        JsonNode survey = file.read("surveys").getFirst();
        assertThat(names(survey)).doesNotContain("surveyPlace");
        assertThat(names(survey.get("overview").get(0)))
                .contains("name", "facilityKind")
                .noneMatch(name -> name.matches(".*([aA]ddress|[pP]hone|[pP]ostalCode)|facilityName"));
        assertThat(names(file.read("opinions").getFirst().get("opinion").get(0)))
                .contains("name", "institutionAddress")
                .doesNotContain("postalCode", "address", "phone");
        assertThat(file.values("M12", "formKind")).containsExactly("3");
    }

    private JsonNode only(Kind kind) {
        List<JsonNode> plans = file.read("plans", EnumSet.of(kind));
        assertThat(plans).hasSize(1);
        return plans.getFirst();
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    /** These, and when it was registered and sent. */
    private static void assertNames(JsonNode object, String... expected) {
        assertThat(names(object))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(expected), Stream.of("registeredAt", "sourceUpdatedAt"))
                                .toList());
    }
}
