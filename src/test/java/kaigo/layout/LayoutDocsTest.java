package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kaigo.layout.items.M01;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutDocsTest {
    private static final Layout APPLICATIONS = Layouts.newest("M08").orElseThrow();

    @TestFactory
    List<DynamicTest> the_pages_in_docs_are_those_of_the_layout_files() {
        return LayoutDocs.pages().entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.getKey(),
                        () -> assertThat(inDocs(page))
                                .as("run LayoutDocs with docs/interfaces as its argument")
                                .isEqualTo(page.getValue())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kaigo.layout.Layouts#all")
    void what_the_writer_writes_of_any_interface_satisfies_its_schema(Layout layout) {
        for (Row row : List.of(SampleRecord.least(layout, 2), SampleRecord.full(layout, 2))) {
            assertThat(problems(row)).isEmpty();
        }
    }

    @Test
    void a_record_without_a_birth_date_satisfies_the_schema_too() {
        Row unknownBirthDate = Samples.row();
        unknownBirthDate.set(M01.BIRTH_DATE, null);
        unknownBirthDate.set(M01.BIRTH_DATE_UNKNOWN, true);
        assertThat(problems(unknownBirthDate)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "insurerNumber,44201",
        "insuredNumber,A000000001",
        "nameKana,かな",
        "sex,9",
        "birthDate,",
        "name,",
        "residenceException,2",
        "lostOn,20261031",
        "protectionFlag,2",
        "sourceUpdatedAt,20261031"
    })
    void what_the_checker_refuses_the_schema_refuses_too(String item, String value) {
        Row row = Samples.row();
        row.text(Samples.LAYOUT.position(item), value);
        assertThat(problems(row)).isNotEmpty();
        new RecordChecker(Samples.LAYOUT, CheckOptions.standard()).check(row);
        assertThat(row.findings().hasErrors()).isTrue();
    }

    /** What the rule classes of the rooms report: no table of items shows it. */
    @ParameterizedTest
    @CsvSource({
        "M01,W4006",
        "M01,W4008",
        "M03,W4004",
        "M08,W4006",
        "M09,W4007",
        "M10,W4006",
        "M11,E3006",
        "M11,E3009",
        "M13,E3008"
    })
    void a_check_that_only_a_rule_makes_stands_on_the_page_of_its_interface(String interfaceId, ErrorId id) {
        LayoutGuide guide = new LayoutGuide(Layouts.newest(interfaceId).orElseThrow());
        assertThat(guide.checks()).extracting(LayoutGuide.Check::id).contains(id);
        assertThat(guide.errors()).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"1,5", "5,0"})
    void a_level_carried_over_by_who_moved_in_needs_no_survey_and_no_committee(String applicationType, int missing) {
        Row row = SampleRecord.least(APPLICATIONS, 2);
        Map.of("applicationType", applicationType, "certStatus", "07", "careLevel", "21", "certifiedOn", "20260401")
                .forEach((item, value) -> row.text(APPLICATIONS.position(item), value));
        Map.of("validFrom", "20260401", "validTo", "20260930", "validMonths", "6")
                .forEach((item, value) -> row.text(APPLICATIONS.position(item), value));
        assertThat(problems(row)).hasSize(missing);
        new RecordChecker(APPLICATIONS, CheckOptions.standard()).check(row);
        assertThat(Samples.ids(row)).hasSize(missing).allMatch(ErrorId.E3010::equals);
    }

    private static List<?> problems(Row row) {
        String line = Samples.write(Form.NDJSON, row.layout(), List.of(row))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(LayoutSchema.of(row.layout()), InputFormat.JSON)
                .validate(line, InputFormat.JSON);
    }

    private static String inDocs(Map.Entry<String, String> page) throws java.io.IOException {
        return Files.readString(Path.of("docs/interfaces", page.getKey()));
    }
}
