package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 1,000,000 files of chance: the reader answers each with records or with an error of the catalogue, nothing else. */
@Tag("long")
class ReaderFuzzTest {

    private static final int CASES = 1_000_000;
    private static final byte[][] SEEDS = {seed(Form.CSV), seed(Form.NDJSON)};
    private final Garbled garbled = new Garbled(new SplittableRandom(20261122), SEEDS);
    private final RecordChecker checker = new RecordChecker(Samples.LAYOUT, CheckOptions.standard());

    private enum End {
        REFUSED,
        FINDINGS,
        CLEAN
    }

    private static byte[] seed(Form form) {
        List<Row> rows = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> Samples.row(Samples.LAYOUT, number))
                .toList();
        return Samples.write(form, rows).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @Timeout(value = 30, unit = java.util.concurrent.TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void every_file_ends_in_records_or_in_an_error_of_the_catalogue() {
        Map<End, Integer> ends = new EnumMap<>(End.class);
        for (int i = 0; i < CASES; i++) {
            byte[] file = garbled.next();
            try {
                ends.merge(read(file), 1, Integer::sum);
            } catch (RuntimeException e) {
                throw new AssertionError("case " + i + ": " + new String(file, StandardCharsets.ISO_8859_1), e);
            }
        }
        System.out.println("fuzz: " + ends);
        assertThat(ends).containsKeys(End.values());
    }

    private End read(byte[] bytes) {
        End end = End.CLEAN;
        try (RecordFile file = RecordFile.open(new ByteArrayInputStream(bytes), ReadOptions.standard())) {
            for (Row row = file.next(); row != null; row = file.next()) {
                checker.check(row);
                end = row.findings().list().isEmpty() ? end : End.FINDINGS;
            }
        } catch (UnusableFile refused) {
            return End.REFUSED;
        }
        return end;
    }
}
