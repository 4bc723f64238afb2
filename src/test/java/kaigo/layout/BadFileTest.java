package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be taken as a whole: each is a clear error with its line, and never a word of their content. */
class BadFileTest {
    private static final String CONTROL = "1,1,M01,2.02,442012,D,20261101,20261101053000,%d,TEST-1\r\n";
    private static final String GOOD = Samples.write(Form.CSV, List.of(Samples.row(), Samples.row(Samples.LAYOUT, 2)));
    private static final String GOOD_JSON =
            Samples.write(Form.NDJSON, List.of(Samples.row(), Samples.row(Samples.LAYOUT, 2)));

    @Test
    void the_samples_themselves_can_be_read() {
        assertThat(Samples.read(GOOD)).hasSize(2);
        assertThat(Samples.read(GOOD_JSON)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\r\n \r\n"})
    void an_empty_file_is_said_to_be_empty(String file) {
        expect(refusal(file), ErrorId.E1005, 1, "@EMPTY_FILE");
    }

    @Test
    void bytes_that_are_not_utf8_are_told_by_place() {
        byte[] file = GOOD.getBytes(StandardCharsets.UTF_8);
        int place = GOOD.substring(0, GOOD.indexOf("カクウ")).getBytes(StandardCharsets.UTF_8).length;
        file[place] = (byte) 0xFF;
        expect(refusal(file), ErrorId.E1004, 2, "@BAD_BYTE", String.valueOf(place + 1));
    }

    @Test
    void the_place_is_right_far_behind_the_first_buffer_too() {
        List<Row> rows = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> Samples.row(Samples.LAYOUT, i))
                .toList();
        byte[] file = bytes(Samples.write(Form.CSV, rows));
        file[file.length - 10] = (byte) 0xC0;
        expect(refusal(file), ErrorId.E1004, 1001, "@BAD_BYTE", String.valueOf(file.length - 9));
    }

    @Test
    void a_character_cut_off_at_the_end_is_not_utf8() {
        byte[] file = (GOOD + "あ").getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(file, file.length - 1);
        expect(refusal(cut), ErrorId.E1004, 5, "@BAD_BYTE", String.valueOf(file.length - 2));
    }

    @Test
    void shift_jis_is_recognised() {
        byte[] file = GOOD.getBytes(Charset.forName("windows-31j"));
        UnusableFile refusal = refusal(file);
        assertThat(refusal.id()).isEqualTo(ErrorId.E1004);
        assertThat(refusal.line()).isEqualTo(2);
        assertThat(FindingText.of(refusal).text()).contains("Shift_JIS のようです").contains("2 行目");
    }

    @Test
    void utf_16_is_recognised_by_its_mark() {
        expect(refusal(GOOD.getBytes(StandardCharsets.UTF_16)), ErrorId.E1004, 1, "@UTF_16", "1");
        expect(refusal(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_16LE)), ErrorId.E1004, 1, "@UTF_16", "1");
    }

    @Test
    void a_nul_byte_is_refused_in_both_forms() {
        String csv = GOOD.replaceFirst("架", "\0");
        int place = csv.substring(0, csv.indexOf('\0')).getBytes(StandardCharsets.UTF_8).length + 1;
        expect(refusal(csv), ErrorId.E1004, 2, "@NUL", String.valueOf(place));
        assertThat(refusal(GOOD_JSON.replaceFirst("架", "\0")).id()).isEqualTo(ErrorId.E1004);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,1,M01,2.02,442012,D,20261101,20261101053000,0,T|@FIRST_RECORD",
                "更新区分情報,保険者番号|@FIRST_RECORD",
                "1,2,M01,2.02,442012,D,20261101,20261101053000,0,T|@SEQUENCE",
                "1,1,M01,2.02,442012,D,20261101,20261101053000,0|@CONTROL_ITEM",
                "1,1,M0,2.02,442012,D,20261101,20261101053000,0,T|@CONTROL_ITEM",
                "1,1,M01,2,442012,D,20261101,20261101053000,0,T|@CONTROL_ITEM",
                "1,1,M01,2.02,44201,D,20261101,20261101053000,0,T|@CONTROL_ITEM",
                "1,1,M01,2.02,442012,X,20261101,20261101053000,0,T|@CONTROL_ITEM",
                "1,1,M01,2.02,442012,D,20260230,20261101053000,0,T|@CONTROL_ITEM",
                "1,1,M01,2.02,442012,D,20261101,20261101250000,0,T|@CONTROL_ITEM",
                "1,1,M01,2.02,442012,D,20261101,20261101053000,-1,T|@CONTROL_ITEM",
                "1,1,M01,2.02,442012,D,20261101,20261101053000,,T|@CONTROL_ITEM",
                "{\"name\":\"x\"}|@FIRST_RECORD",
                "{\"control\":[]}|@FIRST_RECORD",
                "{\"control\":{\"interfaceId\":\"M01\",\"nanika\":\"1\"}}|@CONTROL_ITEM",
                "{\"control\":{\"interfaceId\":\"M01\",\"interfaceId\":\"M01\"}}|@CONTROL_ITEM",
                "{\"control\":|@NOT_JSON"
            })
    void a_wrong_control_record_is_e1005(String line, String detail) {
        UnusableFile refusal = refusal(line + "\r\n3,2\r\n");
        assertThat(refusal.id()).isEqualTo(ErrorId.E1005);
        assertThat(refusal.parameters().getFirst()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"M01,2.01", "M01,9.99", "M99,2.02"})
    void a_version_that_is_not_accepted_is_e1009(String interfaceId, String version) {
        String file = GOOD.replaceFirst("M01,2.02", interfaceId + "," + version);
        expect(refusal(file), ErrorId.E1009, 1, interfaceId, version);
    }

    @Test
    void an_insurer_accepts_only_the_versions_that_it_is_given() {
        ReadOptions none = new ReadOptions(List.of(), false, Limits.standard());
        assertThat(refusal(bytes(GOOD), none).id()).isEqualTo(ErrorId.E1009);
    }

    @Test
    void nothing_after_the_control_record_is_told() {
        expect(refusal(CONTROL.formatted(1)), ErrorId.E1013, 2, "@NOTHING_FOLLOWS");
    }

    @Test
    void a_file_without_records_is_in_order() {
        assertThat(Samples.read(CONTROL.formatted(0) + "3,2\r\n")).isEmpty();
    }

    @Test
    void a_missing_or_wrong_end_record_is_e1013() {
        String cut = GOOD.substring(0, GOOD.lastIndexOf("3,4"));
        assertThat(refusal(cut).parameters()).containsExactly("@END_MISSING");
        assertThat(refusal(cut).id()).isEqualTo(ErrorId.E1013);
        expect(refusal(cut + "3,5\r\n"), ErrorId.E1013, 4, "@END_NUMBER");
        expect(refusal(cut + "3\r\n"), ErrorId.E1013, 4, "@END_NUMBER");
        expect(refusal(GOOD + "3,5\r\n"), ErrorId.E1013, 5, "@AFTER_END");
        expect(refusal(cut + "9,4\r\n"), ErrorId.E1012, 4, "@RECORD_TYPE");
    }

    @Test
    void a_gap_in_the_numbers_is_e1005_with_the_line() {
        expect(refusal(GOOD.replace("\n2,3,", "\n2,4,")), ErrorId.E1005, 3, "@SEQUENCE", "3");
        expect(refusal(GOOD.replace("\n2,3,", "\n2,,")), ErrorId.E1005, 3, "@SEQUENCE", "3");
    }

    @Test
    void a_wrong_count_is_e1006_in_both_forms() {
        expect(refusal(GOOD.replaceFirst(",2,TEST", ",3,TEST")), ErrorId.E1006, 0, "3", "2");
        expect(refusal(GOOD_JSON.replaceFirst("\"dataCount\":2", "\"dataCount\":1")), ErrorId.E1006, 0, "1", "2");
        String cut = GOOD_JSON.substring(0, GOOD_JSON.lastIndexOf("{"));
        expect(refusal(cut), ErrorId.E1006, 0, "2", "1");
    }

    @Test
    void an_open_quote_is_e1012() {
        expect(refusal(GOOD.replaceFirst("架空　太郎", "\"架空　太郎")), ErrorId.E1012, 2, "@QUOTE");
        expect(refusal(GOOD.replaceFirst("架空　太郎", "\"架空\"太郎")), ErrorId.E1012, 2, "@QUOTE");
    }

    @Test
    void an_open_quote_over_a_hundred_megabytes_is_found_early() {
        Endless file = new Endless(CONTROL.formatted(1) + "2,2,\"", "あいうえお\r\n");
        expect(refusal(file, ReadOptions.standard()), ErrorId.E1012, 2, "@QUOTE");
        assertThat(file.handedOut).isLessThan(1_000_000);
    }

    @Test
    void a_record_longer_than_the_limit_is_e1012_in_both_forms() {
        Endless csv = new Endless(CONTROL.formatted(1) + "2,2", "," + "1".repeat(1000));
        assertThat(refusal(csv, ReadOptions.standard()).parameters()).containsExactly("@TOO_LONG");
        Endless json = new Endless(GOOD_JSON + "{\"name\":\"", "あいうえお");
        expect(refusal(json, ReadOptions.standard()), ErrorId.E1012, 4, "@TOO_LONG");
        assertThat(csv.handedOut + json.handedOut).isLessThan(2_000_000);
    }

    @Test
    void ten_thousand_columns_are_e1012() {
        String file = CONTROL.formatted(1) + "2,2" + ",".repeat(10_000) + "\r\n3,3\r\n";
        expect(refusal(file), ErrorId.E1012, 2, "@TOO_MANY_COLUMNS");
    }

    @Test
    void more_bytes_or_records_than_allowed_are_e1003() {
        Limits few = new Limits(10_000, 1, 64 * 1024, 300);
        ReadOptions options = new ReadOptions(Layouts.all(), false, few);
        expect(refusal(bytes(GOOD), options), ErrorId.E1003, 0, "@TOO_MANY_RECORDS", "1");
        ReadOptions tiny = new ReadOptions(Layouts.all(), false, new Limits(300, 100, 64 * 1024, 300));
        expect(refusal(bytes(GOOD), tiny), ErrorId.E1003, 0, "@TOO_MANY_BYTES", "300");
        expect(refusal(bytes(GOOD_JSON), options), ErrorId.E1003, 0, "@TOO_MANY_RECORDS", "1");
    }

    @Test
    void a_record_with_another_number_of_columns_stops_no_other() {
        List<Row> rows = Samples.read(GOOD.replaceFirst("架空　太郎", "架空,太郎"));
        assertThat(Samples.ids(rows.get(0))).containsExactly(ErrorId.E1007);
        assertThat(rows.get(0).findings().list().getFirst().parameters()).containsExactly("27", "28");
        assertThat(rows.get(1).findings().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|E1012",
                "[]|E1012",
                "{\"name\":\"a\"|E1012",
                "{\"name\":\"a\"} {}|E1012",
                "{\"name\":\"a\",\"name\":\"b\"}|E1012",
                "{\"name\":[[[[[[[[[[]]]]]]]]]]}|E1012",
                "{\"name\":{\"a\":1}}|E3003",
                "{\"insuredNumber\":1}|E3003",
                "{\"protectionFlag\":true}|E3003",
                "{\"nanika\":1}|W1007"
            })
    void an_unreadable_json_line_stops_no_other(String line, ErrorId expected) {
        List<Row> rows = Samples.read(GOOD_JSON.replaceFirst("(?m)^\\{\"updateType.*$", line.replace("\\", "")));
        assertThat(Samples.ids(rows.get(0))).containsExactly(expected);
        assertThat(rows.get(1).findings().isEmpty()).isTrue();
    }

    @Test
    void an_unknown_member_is_an_error_in_strict_mode_and_its_name_is_shown_only_if_it_is_one() {
        ReadOptions strict = new ReadOptions(Layouts.all(), true, Limits.standard());
        String file = GOOD_JSON.replaceFirst("\"sex\"", "\"gender\":\"1\",\"架空\":\"1\",\"sex\"");
        Row row = Samples.read(Samples.open(file, strict)).getFirst();
        assertThat(row.findings().list())
                .containsExactly(Finding.of(ErrorId.E1007, "25", "gender"), Finding.of(ErrorId.E1007, "25", "?"));
    }

    @Test
    void no_refusal_carries_the_content_of_the_file() {
        UnusableFile refusal = refusal(GOOD.replaceFirst("架空　太郎", "\"架空　太郎"));
        assertThat(refusal).hasMessage("E1012 line 2").hasNoCause();
        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(FindingText.of(refusal).text()).doesNotContain("架空");
    }

    @Test
    void two_hundred_thousand_records_need_no_more_memory_than_one() {
        int records = 200_000;
        String row = GOOD.lines().skip(1).findFirst().orElseThrow().substring(4);
        Iterable<String> lines = () -> IntStream.rangeClosed(2, records + 1)
                .mapToObj(i -> "2," + i + "," + row + "\r\n")
                .iterator();
        ReadOptions options = new ReadOptions(Layouts.all(), false, new Limits(1L << 30, records, 64 * 1024, 300));
        InputStream in = new Concatenated(CONTROL.formatted(records), lines, "3," + (records + 2) + "\r\n");
        RecordFile file = RecordFile.open(in, options);
        while (file.next() != null) {
            // nothing is kept
        }
        assertThat(file.dataRecords()).isEqualTo(records);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static UnusableFile refusal(String file) {
        return refusal(bytes(file));
    }

    private static UnusableFile refusal(byte[] file) {
        return refusal(file, ReadOptions.standard());
    }

    private static UnusableFile refusal(byte[] file, ReadOptions options) {
        return refusal(new ByteArrayInputStream(file), options);
    }

    private static UnusableFile refusal(InputStream in, ReadOptions options) {
        return catchThrowableOfType(UnusableFile.class, () -> Samples.read(RecordFile.open(in, options)));
    }

    private static void expect(UnusableFile refusal, ErrorId id, long line, String... parameters) {
        assertThat(refusal.id()).isEqualTo(id);
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal.parameters()).containsExactly(parameters);
    }
}
