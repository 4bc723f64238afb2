package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
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

class LayoutDocsTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(LayoutSchema.of(Samples.LAYOUT), InputFormat.JSON);

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

    @Test
    void what_the_writer_writes_satisfies_the_schema() {
        Row unknownBirthDate = Samples.row();
        unknownBirthDate.set(M01.BIRTH_DATE, null);
        unknownBirthDate.set(M01.BIRTH_DATE_UNKNOWN, true);
        for (Row row : List.of(Samples.row(), unknownBirthDate)) {
            assertThat(problems(row)).isZero();
        }
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
        assertThat(problems(row)).isPositive();
        new RecordChecker(Samples.LAYOUT, CheckOptions.standard()).check(row);
        assertThat(row.findings().hasErrors()).isTrue();
    }

    private static int problems(Row row) {
        String line = Samples.write(Form.NDJSON, List.of(row))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        return SCHEMA.validate(line, InputFormat.JSON).size();
    }

    private static String inDocs(Map.Entry<String, String> page) throws java.io.IOException {
        return Files.readString(Path.of("docs/interfaces", page.getKey()));
    }
}
