package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.layout.ErrorId;
import kaigo.layout.Form;
import kaigo.layout.ProcessingType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantedErrorsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"CSV, 0.01", "CSV, 0.5", "NDJSON, 0.05"})
    void the_check_finds_exactly_what_was_planted_in_a_set_up(Form form, double rate) throws IOException {
        List<Path> files = write(Records.initial(Generated.population(20_000)), form, rate);
        assertThat(found(files)).containsExactlyElementsOf(plantedForTheCheck());
    }

    @Test
    void the_check_finds_exactly_what_was_planted_in_a_day() throws IOException {
        List<Path> files = write(Records.daily(plan(), null), Form.CSV, 0.05);
        assertThat(found(files)).containsExactlyElementsOf(plantedForTheCheck());
    }

    @Test
    void every_kind_is_planted() throws IOException {
        write(Records.initial(Generated.population(20_000)), Form.CSV, 0.01);
        Set<ErrorId> inSetUp = plantedIds();
        write(Records.daily(plan(), null), Form.CSV, 0.01);
        Set<ErrorId> inDay = plantedIds();

        assertThat(inSetUp)
                .containsAll(
                        Plant.in(ProcessingType.INITIAL).stream().map(Plant::id).toList());
        assertThat(inDay)
                .containsAll(
                        Plant.in(ProcessingType.DAILY).stream().map(Plant::id).toList());
    }

    @Test
    void each_record_is_damaged_once_and_as_often_as_asked_for() throws IOException {
        write(Records.initial(Generated.population(20_000)), Form.CSV, 0.01);
        List<String> lines = planted().toList();
        assertThat(lines.stream().map(line -> line.replaceAll(",[EW].*", ""))).doesNotHaveDuplicates();
        long hard = lines.stream().filter(line -> line.contains("W3004")).count();
        assertThat(lines.size() - hard).isBetween(185L, 200L);
    }

    @Test
    void deleted_keys_are_named_again_in_a_file_of_their_own() throws IOException {
        try (PlantedErrors errors = new PlantedErrors(folder, Form.CSV)) {
            List<Path> files = errors.writeAfterDeletion(plan(), 4);
            assertThat(files).singleElement().asString().endsWith("_004.csv");
            assertThat(found(files)).noneMatch(line -> line.contains(",E"));
        }
        assertThat(plantedIds()).containsOnly(ErrorId.E2103, ErrorId.W2202);
    }

    @Test
    void the_list_holds_nothing_of_a_person() throws IOException {
        write(Records.initial(Generated.population(5000)), Form.CSV, 0.1);
        assertThat(planted()).allMatch(line -> line.matches("M01_[0-9A-Z_]+\\.csv,\\d+,[EW]\\d{4},[a-zA-Z]*"));
    }

    private List<Path> write(Records records, Form form, double rate) throws IOException {
        try (PlantedErrors errors = new PlantedErrors(folder, form)) {
            return errors.write(records, rate, written -> {});
        }
    }

    private static DailyPlan plan() {
        return new DailyPlan(Generated.population(20_000), Generated.AS_OF.plusDays(1), 10_000, 5000);
    }

    private static List<String> found(List<Path> files) {
        return files.stream().flatMap(file -> Generated.findings(file).stream()).toList();
    }

    private Stream<String> planted() throws IOException {
        return Files.readAllLines(folder.resolve(PlantedErrors.LIST)).stream().skip(1);
    }

    private List<String> plantedForTheCheck() throws IOException {
        return planted()
                .filter(line -> switch (ErrorId.valueOf(line.split(",", -1)[2]).group()) {
                    case RECEPTION, ITEM, RELATION -> true;
                    case STATE, LINKING, SYSTEM -> false;
                })
                .toList();
    }

    private Set<ErrorId> plantedIds() throws IOException {
        return planted().map(line -> ErrorId.valueOf(line.split(",", -1)[2])).collect(Collectors.toSet());
    }
}
