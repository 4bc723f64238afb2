package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    private static final String[] TRICKY = {
        "\"",
        "\"\"",
        ",",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "\uFEFF",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\\",
        "\\u0000",
        "\\uD800",
        "null",
        "1e999",
        "-0",
        "true",
        "\uD842\uDFB7",
        "９",
        "１２３４５６７８９０１２",
        " ",
        "　",
        "H",
        "20260230",
        "99999999"
    };

    private final SplittableRandom random = new SplittableRandom(20261122);
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
            byte[] file = file();
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

    private byte[] file() {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] file = SEEDS[random.nextInt(SEEDS.length)];
        int changes = random.nextInt(1, 5);
        for (int i = 0; i < changes; i++) {
            file = changed(file);
        }
        return file;
    }

    private byte[] changed(byte[] file) {
        int from = random.nextInt(file.length + 1);
        int to = Math.min(file.length, from + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> joined(file, from, new byte[0], to);
            case 1 -> joined(file, from, Arrays.copyOfRange(file, from, to), from);
            case 2 -> joined(file, from, new byte[] {(byte) random.nextInt(256)}, to);
            case 3 -> Arrays.copyOf(file, from);
            case 4 -> joined(file, from, SEEDS[random.nextInt(SEEDS.length)], to);
            default -> joined(file, from, tricky(), random.nextBoolean() ? from : to);
        };
    }

    private byte[] tricky() {
        return TRICKY[random.nextInt(TRICKY.length)].getBytes(StandardCharsets.UTF_8);
    }

    /** Up to {@code from}, then {@code between}, then from {@code to} on. */
    private static byte[] joined(byte[] file, int from, byte[] between, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, from);
        out.writeBytes(between);
        out.write(file, to, file.length - to);
        return out.toByteArray();
    }
}
