package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.generate.CareRecords;
import kaigo.generate.DailyPlan;
import kaigo.generate.PlantedErrors;
import kaigo.generate.Population;
import kaigo.generate.Records;
import kaigo.layout.Form;
import kaigo.layout.ProcessingType;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the register finds is what was planted: each error with its id at its line, and nothing else. */
class PlantedLoadTest {

    private static final LocalDate BASE = TestServer.TODAY.minusDays(9);

    private static final Set<String> NAMING_A_CERTIFICATION = Set.of("M09", "M10");
    private static final Map<String, List<String>> RELATIONS = Map.of(
            "M02", List.of("W4003", "W4004", "W4005"),
            "M03", List.of("W4004", "W4005"),
            "M04", List.of("W4004"),
            "M07", List.of("W4006"),
            "M09", List.of("W4002", "W4003", "W4007"),
            "M10", List.of("W4002", "W4006"),
            "M13", List.of("W4003", "E3008"),
            "K01", List.of("W4003"),
            "X01", List.of("W4003"),
            "X02", List.of("W4003"));

    private final InsurerNumber insurer = TestServer.insurerLoading();
    private final Population population = Population.of(7, insurer, 3000, BASE);
    private final CareRecords care = new CareRecords(population);

    @TempDir
    private Path folder;

    static List<String> initial() {
        return CareRecords.interfaces(ProcessingType.INITIAL);
    }

    static List<String> daily() {
        return CareRecords.interfaces(ProcessingType.DAILY);
    }

    @ParameterizedTest
    @MethodSource("initial")
    void in_a_set_up(String interfaceId) throws IOException {
        GeneratedLoads.knowInstitutions(insurer);
        GeneratedLoads.load(Records.initial(population));
        if (NAMING_A_CERTIFICATION.contains(interfaceId)) {
            GeneratedLoads.load(care.initial("M07"));
        }
        Map<String, Receipt> receipts = plant(care.initial(interfaceId), 0.04);
        assertFoundAsPlanted(receipts);
        assertThat(plantedIds()).containsAll(RELATIONS.getOrDefault(interfaceId, List.of())).contains("E4001", "E2104");
    }

    @ParameterizedTest
    @MethodSource("daily")
    void in_a_day(String interfaceId) throws IOException {
        GeneratedLoads.knowInstitutions(insurer);
        GeneratedLoads.load(Records.initial(population));
        String group = Targets.orderGroup(interfaceId);
        for (String id : CareRecords.interfaces(ProcessingType.INITIAL)) {
            if (Targets.orderGroup(id).equals(group) || isNeeded(id, interfaceId)) {
                GeneratedLoads.load(care.initial(id));
            }
        }
        GeneratedLoads.takeDailyFiles(insurer);
        DailyPlan plan = DailyPlan.quiet(population, TestServer.TODAY);
        if (NAMING_A_CERTIFICATION.contains(interfaceId)) {
            GeneratedLoads.load(care.daily("M08", plan, null, BASE));
        }
        assertFoundAsPlanted(plant(care.daily(interfaceId, plan, null, BASE), 0.5));
    }

    private static boolean isNeeded(String id, String interfaceId) {
        return id.equals("M07") && NAMING_A_CERTIFICATION.contains(interfaceId);
    }

    private Map<String, Receipt> plant(Records records, double rate) throws IOException {
        Map<String, Receipt> receipts = new HashMap<>();
        try (PlantedErrors planted = new PlantedErrors(folder, Form.NDJSON)) {
            load(planted.write(records, rate, written -> {}), receipts);
        }
        return receipts;
    }

    private List<String> plantedIds() throws IOException {
        return planted().map(line -> line.split(",", -1)[2]).distinct().toList();
    }

    private void load(List<Path> files, Map<String, Receipt> receipts) throws IOException {
        for (Path file : files) {
            String name = file.getFileName().toString();
            Receipt receipt = Loads.accepted(Loads.offer(insurer, Files.readAllBytes(file), name));
            GeneratedLoads.awaitLoaded(receipt);
            receipts.put(name, receipt);
        }
    }

    private void assertFoundAsPlanted(Map<String, Receipt> receipts) throws IOException {
        for (Map.Entry<String, Receipt> file : receipts.entrySet()) {
            String prefix = file.getKey() + ",";
            assertThat(GeneratedLoads.findings(file.getValue()))
                    .as(file.getKey())
                    .containsExactlyElementsOf(planted()
                            .filter(line -> line.startsWith(prefix))
                            .map(line -> line.substring(prefix.length()))
                            .toList());
        }
    }

    private Stream<String> planted() throws IOException {
        return Files.readAllLines(folder.resolve(PlantedErrors.LIST)).stream().skip(1);
    }
}
