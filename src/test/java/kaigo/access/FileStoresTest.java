package kaigo.access;

import static kaigo.access.OneFile.ALL;
import static kaigo.access.OneFile.EVERYTHING;
import static kaigo.intake.FullRecords.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.access.rules.Kind;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rooms do not answer, though it lies in their tables. */
class FileStoresTest {

    private static final String OTHER_PERSON = "0000000002";
    private static final Set<Kind> NOTHING = EnumSet.noneOf(Kind.class);

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final OneFile file = new OneFile(insurer, FullRecords.PERSON);

    @BeforeEach
    void a_person() {
        records.person();
    }

    @Test
    void what_is_refused_is_empty_though_the_records_are_there() {
        sendEverything();
        ALL.keySet().forEach(list -> {
            assertThat(file.read(list)).as(list).isNotEmpty();
            assertThat(file.text(list, NOTHING)).as(list).isEqualTo("[]");
        });
        assertThat(file.banner(EVERYTHING)).isPresent();
        assertThat(file.banner(NOTHING)).isEmpty();
    }

    @Test
    void each_list_hangs_on_its_own_kind() {
        sendEverything();
        for (Kind kind : Kind.values()) {
            assertThat(ALL.keySet().stream()
                            .filter(list -> !file.read(list, EnumSet.of(kind)).isEmpty()))
                    .as(kind.name())
                    .containsExactlyInAnyOrderElementsOf(opened(kind));
        }
    }

    /** Of the forms only the survey's was sent, of the plans only one of a person at home. */
    private static Set<String> opened(Kind kind) {
        return switch (kind) {
            case CARD -> Set.of("M02");
            case BURDEN_RATIO -> Set.of("M03");
            case BURDEN_LIMIT -> Set.of("M04");
            case OTHER_REDUCTION -> Set.of("reductions");
            case HOME_MODIFICATION -> Set.of("M05");
            case EQUIPMENT_PURCHASE -> Set.of("M06");
            case PROGRESS -> Set.of("M10", "applications");
            case CERT_SURVEY -> Set.of("M12", "surveys");
            case DOCTOR_OPINION -> Set.of("opinions");
            case COMMITTEE_SHEET -> Set.of("committee sheets");
            case LIFE -> Set.of("X01");
            case CP_HOME_1, CP_HOME_2, CP_HOME_3, CP_HOME_6, CP_HOME_7 -> Set.of("plans");
            default -> Set.of();
        };
    }

    @Test
    void of_an_application_that_is_not_certified_only_its_row_is_there() {
        records.send("M08", row -> with(row, "historyNo", "2"));
        records.send("M12", row -> with(row, "historyNo", "2"));
        for (String documents : List.of("surveys", "opinions", "committee sheets", "M12")) {
            assertThat(file.read(documents)).as(documents).isEmpty();
        }
        assertThat(file.values("applications", "historyNo")).containsExactly("2");
    }

    @Test
    void an_image_opens_with_the_kind_that_it_shows() {
        for (String kind : List.of("1", "2", "3")) {
            records.send("M12", row -> with(row, "formKind", kind));
        }
        assertThat(file.values("M12", "formKind")).containsExactly("1", "2", "3");
        assertThat(file.values("M12", "formKind", EnumSet.of(Kind.CERT_SURVEY))).containsExactly("1");
        assertThat(file.values("M12", "formKind", EnumSet.of(Kind.DOCTOR_OPINION)))
                .containsExactly("2");
        assertThat(file.values("M12", "formKind", EnumSet.of(Kind.COMMITTEE_SHEET)))
                .containsExactly("3");
    }

    @Test
    void a_deleted_record_and_a_deleted_person_are_not_there() {
        sendEverything();
        records.send("M02", row -> FullRecords.updated(row, "3"));
        assertThat(file.read("M02")).isEmpty();
        assertThat(file.read("M03")).isNotEmpty();

        records.person("3");
        ALL.keySet()
                .forEach(
                        list -> assertThat(file.text(list, EVERYTHING)).as(list).isEqualTo("[]"));
        assertThat(file.banner(EVERYTHING)).isEmpty();
    }

    @Test
    void nothing_comes_of_another_person_or_of_another_insurer() {
        sendEverything();
        InsurerNumber elsewhere = TestServer.insurerDaily();
        new FullRecords(elsewhere).person();
        Loads.load(
                insurer,
                new M01File(insurer, "D").createdAt("20261120230000").add("1", OTHER_PERSON, "987654321093", "別人"));
        for (OneFile other : List.of(new OneFile(insurer, OTHER_PERSON), new OneFile(elsewhere, file.person()))) {
            ALL.keySet()
                    .forEach(list ->
                            assertThat(other.text(list, EVERYTHING)).as(list).isEqualTo("[]"));
            assertThat(other.banner(EVERYTHING)).isPresent();
        }
    }

    private void sendEverything() {
        Stream.of("M02", "M03", "M04", "M05", "M06", "M08", "M10", "M12", "X01", "X02")
                .forEach(id -> records.send(id, row -> row));
        records.send("M04", row -> with(row, "certKind", "02"));
    }
}
