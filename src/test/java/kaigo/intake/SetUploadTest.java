package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.layout.Sheet;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** 要介護認定情報 as a municipality carries it to the screen: five CSV files in one ZIP (方式②). */
class SetUploadTest {

    private static final Pattern RECEIPT = Pattern.compile("\\d{6}-\\d{8}-\\d{6}");
    private static final String PERSON = "0000000001";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser browser = Browser.of(insurer);

    @Test
    void a_whole_set_is_one_registration_with_all_its_sheets() throws Exception {
        Loads.load(insurer, new M01File(insurer, "D").add("1", PERSON, Loads.NUMBER, "架空　太郎"));
        Map<String, byte[]> parts = parts();
        assertThat(parts).hasSize(5);

        String answer = upload(parts);

        assertThat(answer).contains("受け付けました").doesNotContain("E10");
        Matcher receipt = RECEIPT.matcher(answer);
        assertThat(receipt.find()).isTrue();
        Loads.awaitFinal(Receipt.parse(receipt.group()).orElseThrow());
        for (String sheet : List.of("overview", "basic", "note", "opinion")) {
            assertThat(count("certification." + sheet)).as(sheet).isPositive();
        }
    }

    @Test
    void a_set_with_a_part_missing_is_refused_and_nothing_is_kept() throws Exception {
        Map<String, byte[]> parts = parts();
        parts.keySet().removeIf(name -> name.startsWith("M08C"));

        assertThat(upload(parts)).contains("E1014");
        assertThat(count("intake.file")).isZero();
    }

    @Test
    void a_part_that_comes_alone_is_refused() throws Exception {
        Map<String, byte[]> parts = parts();
        parts.keySet().removeIf(name -> !name.startsWith("M08B"));

        assertThat(upload(parts)).contains("E1014");
    }

    private String upload(Map<String, byte[]> parts) throws Exception {
        Object[] entries = parts.entrySet().stream()
                .flatMap(part -> List.<Object>of(part.getKey(), part.getValue()).stream())
                .toArray();
        return Uploads.put(browser, "M08.zip", ArchiveTest.zipOf(entries)).body();
    }

    private Map<String, byte[]> parts() {
        Layout layout = Layouts.newest("M08").orElseThrow();
        Row row = SampleRecord.full(layout, 2);
        row.text(layout.position("insurerNumber"), insurer.value());
        Map<String, Integer> counts = new HashMap<>(Map.of("A", 1));
        for (Sheet sheet : layout.sheets()) {
            counts.put(sheet.part(), row.sheet(sheet).size());
        }
        Control control = new Control(
                "M08",
                "2.02",
                insurer.value(),
                ProcessingType.DAILY,
                LocalDate.of(2026, 11, 20),
                LocalDateTime.of(2026, 11, 20, 6, 30),
                1,
                "TEST");
        FileName name = FileName.of(control, 1, Form.CSV);
        Map<String, ByteArrayOutputStream> written = new TreeMap<>();
        try (RecordWriter writer = RecordWriter.openSet(
                letter -> written.computeIfAbsent(name.part(letter).toString(), same -> new ByteArrayOutputStream()),
                control,
                layout,
                counts)) {
            writer.write(row);
        }
        Map<String, byte[]> parts = new TreeMap<>();
        written.forEach((part, bytes) -> parts.put(part, bytes.toByteArray()));
        return parts;
    }

    private int count(String table) {
        return Loads.database()
                .sql("select count(*) from " + table + " where insurer_number = ?"
                        + (table.endsWith("file") ? " and interface = 'M08'" : ""))
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}
