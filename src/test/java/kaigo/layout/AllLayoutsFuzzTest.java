package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import kaigo.shared.JapaneseDates;
import kaigo.shared.YyyyMmDd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of chance of every layout in both forms, and dates of chance: an answer each, and nothing that was not foreseen. */
@Tag("long")
class AllLayoutsFuzzTest {

    private static final int FILES_OF_EACH = 10_000;
    private static final int DATES = 1_000_000;

    private final SplittableRandom random = new SplittableRandom(20261127);

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void every_file_of_every_layout_ends_in_records_or_in_an_error_of_the_catalogue() {
        Map<String, Integer> ends = new TreeMap<>();
        for (Layout layout : Layouts.all()) {
            RecordChecker checker = new RecordChecker(layout, CheckOptions.standard());
            Garbled garbled = new Garbled(random, seed(layout, Form.CSV), seed(layout, Form.NDJSON));
            for (int i = 0; i < FILES_OF_EACH; i++) {
                byte[] file = garbled.next();
                try {
                    ends.merge(read(file, layout, checker), 1, Integer::sum);
                } catch (RuntimeException e) {
                    String text = new String(file, StandardCharsets.ISO_8859_1);
                    throw new AssertionError(layout.interfaceId() + " case " + i + ": " + text, e);
                }
            }
        }
        System.out.println("fuzz of " + Layouts.all().size() + " layouts: " + ends);
        assertThat(ends.keySet()).contains("clean", "refused", "findings");
    }

    /** What a person may type, and what a machine writes. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void every_text_is_a_date_or_none() {
        Garbled garbled = new Garbled(
                random,
                bytes("昭和9年6月11日"),
                bytes("令和元年5月1日"),
                bytes("S9.6.11"),
                bytes("１９３４／６／１１"),
                bytes("1934-06-11"),
                bytes("19340611"),
                bytes("明治45年7月30日"));
        int dates = 0;
        for (int i = 0; i < DATES; i++) {
            String text = new String(garbled.next(), StandardCharsets.UTF_8);
            dates += JapaneseDates.parse(text).isPresent() ? 1 : 0;
            YyyyMmDd.parse(text);
        }
        System.out.println("dates among " + DATES + " texts: " + dates);
        assertThat(dates).isBetween(1, DATES - 1);
    }

    private static String read(byte[] bytes, Layout layout, RecordChecker checker) {
        String end = "clean";
        try (RecordFile file = RecordFile.open(new ByteArrayInputStream(bytes), ReadOptions.standard())) {
            for (Row row = file.next(); row != null; row = file.next()) {
                if (row.layout() != layout) {
                    return "of another layout";
                }
                checker.check(row);
                end = row.findings().list().isEmpty() ? end : "findings";
            }
        } catch (UnusableFile refused) {
            return "refused";
        }
        return end;
    }

    private static byte[] seed(Layout layout, Form form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Control control = Samples.control(layout.interfaceId(), layout.version(), 2);
        try (RecordWriter writer = RecordWriter.open(out, form, control, layout)) {
            writer.write(SampleRecord.full(layout, 2));
            writer.write(SampleRecord.least(layout, 3));
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
