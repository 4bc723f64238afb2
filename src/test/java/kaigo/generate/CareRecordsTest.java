package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import kaigo.intake.Targets;
import kaigo.layout.CheckOptions;
import kaigo.layout.DuplicateKeys;
import kaigo.layout.Form;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordChecker;
import kaigo.layout.RecordFile;
import kaigo.layout.Row;
import kaigo.layout.items.M08;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated of every interface passes its checks, and hangs together. */
class CareRecordsTest {

    private static final int PERSONS = 3000;

    @TempDir
    Path folder;

    static List<String> interfaces() {
        return CareRecords.INTERFACES;
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void every_record_passes_the_checks_of_its_layout(String interfaceId) {
        List<Row> rows = read(bytes(interfaceId, Form.NDJSON));
        assertThat(rows).hasSizeGreaterThan(PERSONS / 200);
        RecordChecker checker = new RecordChecker(
                rows.getFirst().layout(),
                new CheckOptions(
                        CheckOptions.Outside.MARK,
                        true,
                        false,
                        Generated.population(1).insurerNumber(),
                        List.of(Targets.find(interfaceId).orElseThrow().rule())));
        DuplicateKeys duplicates = new DuplicateKeys(rows.getFirst().layout());
        for (Row row : rows) {
            checker.check(row);
            duplicates.check(row);
            assertThat(row.findings().hasErrors())
                    .as("%s %s", row, row.findings().list())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void the_same_seed_and_day_give_the_same_bytes(String interfaceId) {
        assertThat(bytes(interfaceId, Form.NDJSON)).isEqualTo(bytes(interfaceId, Form.NDJSON));
    }

    @Test
    void the_set_of_the_certifications_is_read_as_one_file() throws IOException {
        Path archive = new ApplicationSets(folder, Generated.population(PERSONS))
                .write(done -> {})
                .getFirst();
        SortedMap<String, InputStream> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName().substring(3, 4), new ByteArrayInputStream(zip.readAllBytes()));
            }
        }
        List<Row> rows = read(RecordFile.openSet(parts, ReadOptions.standard()));
        assertThat(rows).hasSameSizeAs(read(bytes("M07", Form.NDJSON)));
        assertThat(rows.stream()
                        .filter(row -> !row.sheet(row.layout().sheet("basic")).isEmpty()))
                .hasSizeGreaterThan(rows.size() / 2);
    }

    @Test
    void about_a_fifth_is_certified_and_every_state_is_there() {
        List<Row> rows = read(bytes("M07", Form.NDJSON));
        long persons =
                rows.stream().map(row -> row.get(M08.INSURED_NUMBER)).distinct().count();
        assertThat(persons).isBetween(PERSONS * 15L / 100, PERSONS * 24L / 100);
        assertThat(rows.stream().map(row -> row.get(M08.CERT_STATUS)).distinct())
                .contains("01", "02", "03", "07", "09");
    }

    private static byte[] bytes(String interfaceId, Form form) {
        return Generated.bytes(new CareRecords(Generated.population(PERSONS)).of(interfaceId), form);
    }

    private static List<Row> read(byte[] bytes) {
        return read(RecordFile.open(new ByteArrayInputStream(bytes), ReadOptions.standard()));
    }

    private static List<Row> read(RecordFile file) {
        List<Row> rows = new ArrayList<>();
        try (file) {
            for (Row row = file.next(); row != null; row = file.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
