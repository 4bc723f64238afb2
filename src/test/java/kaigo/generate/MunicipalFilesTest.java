package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kaigo.layout.Finding;
import kaigo.layout.Form;
import kaigo.layout.Row;
import kaigo.layout.items.M01;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MunicipalFilesTest {

    @ParameterizedTest
    @EnumSource(Form.class)
    void the_same_seed_and_date_give_the_same_bytes(Form form) {
        byte[] once = Generated.bytes(Records.initial(Generated.population(2000)), form);
        byte[] again = Generated.bytes(Records.initial(Generated.population(2000)), form);
        Population otherSeed = Population.of(8, Generated.OITA, 2000, Generated.AS_OF);

        assertThat(again).isEqualTo(once);
        assertThat(Generated.bytes(Records.initial(otherSeed), form)).isNotEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void a_clean_initial_file_has_no_error(Form form) {
        List<Row> rows = Generated.checked(Generated.bytes(Records.initial(Generated.population(10_000)), form));

        assertThat(rows).hasSize(10_000);
        assertThat(rows).noneMatch(row -> row.findings().hasErrors());
        assertThat(rows.stream().flatMap(row -> row.findings().list().stream()))
                .extracting(Finding::item)
                .containsOnly(M01.NAME.code());
    }

    @Test
    void records_are_sorted_by_insured_number_and_each_stands_once() {
        List<String> numbers = Generated.checked(Records.initial(Generated.population(3000))).stream()
                .map(row -> row.get(M01.INSURED_NUMBER))
                .toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(numbers.getFirst()).isEqualTo("9000000001");
        assertThat(numbers.getLast()).isEqualTo("H900000003");
    }

    @Test
    void a_file_holds_100_000_records_at_most(@TempDir Path folder) throws IOException {
        List<Path> files =
                MunicipalFiles.write(folder, Records.initial(Generated.population(100_001)), Form.CSV, written -> {});

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("M01_442012_I_20261120023000_001.csv", "M01_442012_I_20261120023000_002.csv");
        assertThat(Generated.checked(Files.readAllBytes(files.getLast()))).hasSize(1);
    }

    @Test
    void every_address_says_that_it_is_fictitious() {
        assertThat(Generated.checked(Records.initial(Generated.population(2000))))
                .allMatch(row -> String.valueOf(row.get(M01.ADDRESS)).contains("架空"))
                .allMatch(row -> String.valueOf(row.get(M01.POSTAL_CODE)).startsWith("000"));
    }
}
