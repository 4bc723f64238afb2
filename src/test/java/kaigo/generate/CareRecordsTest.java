package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kaigo.layout.Form;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordFile;
import kaigo.layout.Row;
import kaigo.layout.items.K01;
import kaigo.layout.items.M02;
import kaigo.layout.items.M03;
import kaigo.layout.items.M08;
import kaigo.layout.items.M09;
import kaigo.layout.items.X02;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated of every interface passes its checks, and hangs together. */
class CareRecordsTest {

    private static final int PERSONS = 3000;
    private static final Population POPULATION = Generated.population(PERSONS);
    private static final CareRecords CARE = new CareRecords(POPULATION);

    @TempDir
    private Path folder;

    static List<String> initial() {
        return CareRecords.interfaces(ProcessingType.INITIAL);
    }

    @ParameterizedTest
    @MethodSource("initial")
    void every_record_passes_the_checks_of_its_layout(String interfaceId) {
        assertThat(rows(interfaceId))
                .hasSizeGreaterThan(PERSONS / 200)
                .allSatisfy(row -> assertThat(row.findings().hasErrors())
                        .as("%s %s", row, row.findings().list())
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("initial")
    void the_same_seed_and_day_give_the_same_bytes(String interfaceId) {
        byte[] again =
                Generated.bytes(new CareRecords(Generated.population(PERSONS)).initial(interfaceId), Form.NDJSON);
        assertThat(Generated.bytes(CARE.initial(interfaceId), Form.NDJSON)).isEqualTo(again);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void a_set_is_read_as_one_file(String interfaceId, String sheet) throws IOException {
        Path set = RecordSets.write(folder, CARE.initialSets(interfaceId).getFirst(), 1);
        Path again = RecordSets.write(
                folder.resolve("again"), CARE.initialSets(interfaceId).getFirst(), 1);
        assertThat(again).hasSameBinaryContentAs(set);
        assertThat(Generated.findings(set)).noneMatch(finding -> finding.contains(",E"));

        int records = 0;
        int withSheet = 0;
        try (RecordFile file = Generated.open(set)) {
            for (Row row = file.next(); row != null; row = file.next()) {
                records++;
                withSheet += row.sheet(row.layout().sheet(sheet)).isEmpty() ? 0 : 1;
            }
        }
        assertThat(records).isEqualTo(rows(interfaceId).size());
        assertThat(withSheet).isGreaterThan(records / 2);
    }

    static Stream<Arguments> sets() {
        return Stream.of(Arguments.of("M07", "basic"), Arguments.of("X02", "services"));
    }

    @Test
    void about_a_fifth_is_certified() {
        List<Row> rows = rows("M07");
        long persons =
                rows.stream().map(row -> row.get(M08.INSURED_NUMBER)).distinct().count();
        assertThat(persons).isBetween(PERSONS * 15L / 100, PERSONS * 24L / 100);
    }

    @Test
    void every_state_of_an_application_is_there() {
        List<Row> rows = Generated.checked(new CareRecords(Generated.population(8 * PERSONS)).initial("M07"));
        assertThat(rows.stream().map(row -> row.get(M08.CERT_STATUS)).distinct())
                .containsExactlyInAnyOrder("01", "02", "03", "04", "05", "06", "07", "08", "09", "10");
        assertThat(rows.stream().map(row -> row.get(M08.APPLICATION_TYPE)).distinct())
                .contains("1", "2", "3", "5");
        assertThat(rows).as("非該当").anyMatch(row -> "01".equals(row.get(M08.CARE_LEVEL)));
        assertThat(rows).as("old form").anyMatch(CareRecordsTest::isOldForm);
    }

    private static boolean isOldForm(Row row) {
        LocalDate applied = row.get(M08.APPLIED_ON);
        return applied != null && applied.isBefore(ConsentRows.BEGAN) && "1".equals(row.get(M08.CONSENT));
    }

    @Test
    void cards_ratios_and_consents_of_every_kind_are_there() {
        assertThat(rows("M02"))
                .anyMatch(row -> "06".equals(row.get(M02.CARE_LEVEL)))
                .anyMatch(row -> row.get(M02.BENEFIT_RESTRICTIONS1_CONTENT) != null)
                .anyMatch(row -> row.get(M02.FACILITIES1_NAME) != null)
                .anyMatch(row -> row.get(M02.VOIDED_ON) != null);
        assertThat(rows("M03")).anyMatch(row -> row.get(M03.RATIO2) != null);
        assertThat(rows("M09").stream().map(row -> row.get(M09.CONSENT_TYPE)).distinct())
                .containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void whoever_makes_the_plan_claims_for_it() {
        List<String> planners = rows("X02").stream()
                .map(row -> row.get(X02.INSURED_NUMBER) + " " + row.get(X02.OFFICE_NUMBER))
                .toList();
        assertThat(rows("K01").stream()
                        .filter(row -> "43".equals(row.get(K01.SERVICE_TYPE)))
                        .map(row -> row.get(K01.INSURED_NUMBER) + " " + row.get(K01.CLAIMING_OFFICE))
                        .filter(claim -> !planners.contains(claim)))
                .hasSizeLessThan(10);
    }

    @Test
    void only_offices_that_are_open_are_named() {
        FictitiousInstitutions institutions = new FictitiousInstitutions("44");
        List<String> open = institutions.offices().stream()
                .flatMap(office -> office.services().stream()
                        .filter(service -> service.until() == null)
                        .map(service -> office.number() + " " + service.code()))
                .toList();
        assertThat(rows("K01").stream().map(row -> row.get(K01.CLAIMING_OFFICE) + " " + row.get(K01.SERVICE_TYPE)))
                .isSubsetOf(open);
    }

    private static List<Row> rows(String interfaceId) {
        return Generated.checked(CARE.initial(interfaceId));
    }
}
