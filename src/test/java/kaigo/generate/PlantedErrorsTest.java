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
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .containsAll(PersonPlant.in(ProcessingType.INITIAL).stream()
                        .map(PersonPlant::id)
                        .toList());
        assertThat(inDay)
                .containsAll(PersonPlant.in(ProcessingType.DAILY).stream()
                        .map(PersonPlant::id)
                        .toList());
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

    static List<String> care() {
        return CareRecords.interfaces(ProcessingType.INITIAL);
    }

    @ParameterizedTest
    @MethodSource("care")
    void the_check_finds_what_was_planted_in_every_interface(String interfaceId) throws IOException {
        CareRecords care = new CareRecords(Generated.population(12_000));
        List<Path> files = write(care.initial(interfaceId), Form.NDJSON, 0.4);
        assertThat(found(files)).containsExactlyElementsOf(plantedForTheCheck());
        assertThat(plantedIds()).containsAll(kindsOf(interfaceId, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M07", "X02"})
    void the_check_finds_what_was_planted_in_a_set(String interfaceId) throws IOException {
        CareRecords care = new CareRecords(Generated.population(4000));
        Path set;
        try (PlantedErrors errors = new PlantedErrors(folder, Form.CSV)) {
            set = errors.writeSet(care.initialSets(interfaceId).getFirst(), 0.05, 1);
        }
        assertThat(found(List.of(set))).containsExactlyElementsOf(plantedForTheCheck());
        assertThat(plantedIds()).containsAll(kindsOf(interfaceId, true));
        assertThat(planted()).anyMatch(line -> line.contains(interfaceId.equals("M07") ? ",opinion." : ",services."));
    }

    /** Those that need rare records, of somebody who has died or has no sheets yet, are not asked for. */
    private static Set<ErrorId> kindsOf(String interfaceId, boolean asSet) {
        Layout layout = Layouts.newest(interfaceId).orElseThrow();
        return RecordPlant.of(layout, ProcessingType.INITIAL, asSet).stream()
                .map(Plant::id)
                .map(id -> id == ErrorId.E1007 ? ErrorId.E1012 : id)
                .filter(id -> id != ErrorId.W4005)
                .filter(id -> !asSet || id != ErrorId.E3011)
                .collect(Collectors.toSet());
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
        return planted().filter(PlantedErrorsTest::isSeenByTheCheck).toList();
    }

    /** What no register is needed for. */
    private static boolean isSeenByTheCheck(String line) {
        String[] items = line.split(",", -1);
        ErrorId id = ErrorId.valueOf(items[2]);
        return switch (id.group()) {
            case RECEPTION, ITEM -> true;
            case RELATION ->
                !Set.of(ErrorId.E4001, ErrorId.W4002, ErrorId.W4003, ErrorId.W4005, ErrorId.E4009, ErrorId.E4010)
                                .contains(id)
                        && (id != ErrorId.W4004 || items[3].equals("from2"));
            case STATE, LINKING, SYSTEM -> false;
        };
    }

    private Set<ErrorId> plantedIds() throws IOException {
        return planted().map(line -> ErrorId.valueOf(line.split(",", -1)[2])).collect(Collectors.toSet());
    }
}
