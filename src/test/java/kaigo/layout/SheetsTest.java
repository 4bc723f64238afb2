package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records with groups and sheets: as NDJSON in one line, as CSV in a set of files. */
class SheetsTest {
    private static final Layout M08 = Layouts.newest("M08").orElseThrow();

    @ParameterizedTest
    @MethodSource("kaigo.layout.Layouts#all")
    void the_sample_of_every_layout_passes_every_check(Layout layout) {
        for (Row sample : List.of(SampleRecord.least(layout, 2), SampleRecord.full(layout, 2))) {
            new RecordChecker(layout, CheckOptions.standard()).check(sample);
            assertThat(sample.findings().list()).as(layout.id()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kaigo.layout.Layouts#all")
    void what_is_written_as_ndjson_is_read_again(Layout layout) {
        Row written = SampleRecord.full(layout, 2);
        Row read = Samples.read(Samples.open(Samples.write(Form.NDJSON, layout, List.of(written))))
                .getFirst();
        assertThat(read.findings().list()).isEmpty();
        assertThat(new CanonicalForm(layout).json(read)).isEqualTo(new CanonicalForm(layout).json(written));
        assertThat(new CanonicalForm(layout).json(RecordText.read(layout, 2, text(written))))
                .isEqualTo(new CanonicalForm(layout).json(written));
    }

    @Test
    void a_set_is_joined_by_its_key_in_the_order_of_its_first_file() {
        List<Row> rows = read(set(3));
        assertThat(rows).hasSize(3);
        for (Row row : rows) {
            assertThat(row.sheet(M08.sheet("notes"))).hasSize(2);
            assertThat(row.sheet(M08.sheet("basic"))).hasSize(1);
            new RecordChecker(M08, CheckOptions.standard()).check(row);
            assertThat(row.findings().list()).isEmpty();
        }
    }

    @Test
    void a_record_whose_sheet_has_an_error_names_the_item_of_the_sheet() {
        SortedMap<String, String> set = set(1);
        set.computeIfPresent("C", (letter, text) -> text.replace(",1,0,0,", ",1,0,7,"));
        Row row = SampleRecord.full(M08, 2);
        row.sheet(M08.sheet("opinion"))
                .getFirst()
                .text(M08.sheet("opinion").layout().position("stable"), "9");
        new RecordChecker(M08, CheckOptions.standard()).check(row);
        Finding finding = row.findings().list().getFirst();
        assertThat(finding.item()).isEqualTo("opinion.stable");
        assertThat(FindingText.of(finding, M08).text()).contains("症状としての安定性");
    }

    @Test
    void a_row_whose_record_is_not_there_makes_the_set_unusable() {
        SortedMap<String, String> set = set(2);
        set.computeIfPresent("B", (letter, text) -> text.replace("2,3,0000000001,2,", "2,3,0000000009,2,"));
        assertThat(refusal(set)).startsWith("E1014 組のファイル B：").contains("行： 3");
    }

    @Test
    void a_file_of_a_set_that_breaks_off_is_named() {
        SortedMap<String, String> set = set(2);
        set.computeIfPresent("D", (letter, text) -> text.replace("\r\n2,3,", "\r\n2,7,"));
        assertThat(refusal(set)).startsWith("E1005 組のファイル D：").contains("3 行目");
    }

    @Test
    void what_is_wrong_in_a_row_of_a_set_stands_where_its_own_file_has_it() {
        SortedMap<String, String> set = set(2);
        set.computeIfPresent("B", (letter, text) -> text.replaceAll("(\r\n2,3,[^\r]*)", "$1,"));
        Row second = read(set).get(1);
        Finding finding = second.findings().list().getFirst();
        assertThat(finding.id()).isEqualTo(ErrorId.E1007);
        assertThat(finding.place()).isEqualTo(new Finding.Place("B", 3, 3));
    }

    private static String refusal(SortedMap<String, String> set) {
        UnusableFile refused = catchThrowableOfType(UnusableFile.class, () -> read(set));
        return refused.id() + " " + FindingText.of(refused).text();
    }

    @Test
    void a_second_row_of_a_sheet_that_has_one_is_a_second_record_of_the_key() {
        SortedMap<String, String> set = set(1);
        set.computeIfPresent("B", (letter, text) -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            lines.set(0, lines.getFirst().replace(",1,TEST-1", ",2,TEST-1"));
            lines.add(2, lines.get(1).replace("2,2,", "2,3,"));
            lines.set(3, "3,4");
            return String.join("\r\n", lines) + "\r\n";
        });
        Row row = read(set).getFirst();
        assertThat(Samples.ids(row)).containsExactly(ErrorId.E3011);
        assertThat(row.findings().list().getFirst().place()).isEqualTo(new Finding.Place("B", 3, 3));
    }

    @Test
    void a_set_that_is_not_whole_or_a_part_that_comes_alone_is_refused() {
        SortedMap<String, String> set = set(1);
        String alone = set.get("B");
        set.remove("E");
        for (Runnable reading : List.<Runnable>of(() -> read(set), () -> Samples.read(alone))) {
            assertThatThrownBy(reading::run)
                    .isInstanceOfSatisfying(
                            UnusableFile.class, e -> assertThat(e.id()).isEqualTo(ErrorId.E1014));
        }
    }

    @Test
    void a_group_in_ndjson_is_an_array_and_no_longer_than_its_columns() {
        Layout cards = Layouts.newest("M02").orElseThrow();
        Row row = SampleRecord.least(cards, 2);
        row.text(cards.position("careManagers2OfficeNumber"), "4400100014");
        row.text(cards.position("careManagers2FiledOn"), "20260801");
        String file = Samples.write(Form.NDJSON, cards, List.of(row));
        assertThat(file).contains("\"careManagers\":[{},{\"officeNumber\":\"4400100014\",\"filedOn\":\"20260801\"}]");

        String four = file.replace("[{},", "[{},{},{},");
        assertThat(Samples.ids(Samples.read(four).getFirst())).contains(ErrorId.E1012);
        String flat = file.replace("\"careManagers\":[", "\"careManagers1Name\":\"x\",\"careManagers\":[");
        assertThat(Samples.ids(Samples.read(flat).getFirst())).containsExactly(ErrorId.W1007);
    }

    @Test
    void m07_has_the_items_and_the_content_of_m08() {
        Layout m07 = Layouts.newest("M07").orElseThrow();
        assertThat(new CanonicalForm(m07).json(SampleRecord.full(m07, 2)))
                .isEqualTo(new CanonicalForm(M08).json(SampleRecord.full(M08, 2)));
    }

    private static byte[] text(Row row) {
        var out = new java.io.ByteArrayOutputStream();
        RecordText.write(out, row);
        return out.toByteArray();
    }

    private static List<Row> read(SortedMap<String, String> set) {
        SortedMap<String, InputStream> streams = new TreeMap<>();
        for (Map.Entry<String, String> part : set.entrySet()) {
            streams.put(part.getKey(), new ByteArrayInputStream(part.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        return Samples.read(RecordFile.openSet(streams, ReadOptions.standard()));
    }

    /** The files of a set by their letters; every record has two notes and one row of each other sheet. */
    private static SortedMap<String, String> set(int records) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= records; i++) {
            Row row = SampleRecord.full(M08, i + 1);
            row.text(M08.position("historyNo"), String.valueOf(i));
            Row note = row.addTo(M08.sheet("notes"));
            note.text(note.layout().position("block"), "2");
            note.text(note.layout().position("text"), "二行目\nの特記");
            rows.add(row);
        }
        SortedMap<String, String> set = new TreeMap<>();
        var out = new TreeMap<String, java.io.ByteArrayOutputStream>();
        try (RecordWriter writer = RecordWriter.openSet(
                letter -> out.computeIfAbsent(letter, same -> new java.io.ByteArrayOutputStream()),
                Samples.control("M08", "2.02", records),
                M08,
                Map.of("A", records, "B", records, "C", records, "D", 2 * records, "E", records))) {
            rows.forEach(writer::write);
        }
        out.forEach((letter, bytes) -> set.put(letter, bytes.toString(StandardCharsets.UTF_8)));
        return set;
    }
}
