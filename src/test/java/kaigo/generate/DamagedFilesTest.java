package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kaigo.layout.ErrorId;
import kaigo.layout.FileName;
import kaigo.layout.RecordFile;
import kaigo.layout.UnusableFile;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedFilesTest {

    @ParameterizedTest
    @CsvSource({"442012, 10", "131045, 10000", "442921, 10"})
    void each_file_is_refused_with_the_id_of_the_list(String insurer, int persons, @TempDir Path folder)
            throws IOException {
        String valid = InsurerNumber.ofFirstFive(insurer.substring(0, 5)).value();
        DamagedFiles.write(folder, Population.of(7, InsurerNumber.of(valid), persons, Generated.AS_OF));
        for (String line : Files.readAllLines(folder.resolve(DamagedFiles.LIST)).stream()
                .skip(1)
                .toList()) {
            String[] items = line.split(",", -1);
            UnusableFile refused = catchThrowableOfType(UnusableFile.class, () -> receive(folder.resolve(items[0])));
            assertThat(refused).as(items[2]).isNotNull();
            assertThat(refused.id()).as(items[2]).isEqualTo(ErrorId.valueOf(items[1]));
        }
    }

    @Test
    void there_is_one_file_for_each_kind(@TempDir Path folder) throws IOException {
        DamagedFiles.write(folder, Generated.population(10));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(DamagedFiles.Damage.values().length + DamagedSets.Damage.values().length + 1);
        }
    }

    private static void receive(Path file) {
        FileName name = FileName.parse(file.getFileName().toString());
        try (RecordFile records = Generated.open(file)) {
            name.requireAgreement(records.control());
            while (records.next() != null) {}
        }
    }
}
