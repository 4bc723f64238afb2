package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kaigo.layout.items.M01;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordFileTest {

    @ParameterizedTest
    @EnumSource(Form.class)
    void what_was_written_is_read_back(Form form) {
        Random random = new Random(20261101);
        List<Row> written =
                IntStream.range(0, 500).mapToObj(i -> randomRow(i, random)).toList();

        RecordFile file = Samples.open(Samples.write(form, written));
        List<Row> read = Samples.read(file);

        assertThat(file.form()).isEqualTo(form);
        assertThat(file.control()).isEqualTo(Samples.control(500));
        assertThat(file.dataRecords()).isEqualTo(500);
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            assertThat(Samples.values(read.get(i))).isEqualTo(Samples.values(written.get(i)));
            assertThat(read.get(i).number()).isEqualTo(i + 2);
            assertThat(read.get(i).findings().isEmpty()).isTrue();
        }
    }

    @Test
    void csv_has_the_records_of_the_specification() {
        String csv = Samples.write(Form.CSV, List.of(Samples.row()));
        assertThat(csv.split("\r\n"))
                .containsExactly(
                        "1,1,M01,2.02,442012,D,20261101,20261101053000,1,TEST-1",
                        "2,2,1,442012,0000000001,20261031180005,123456789018,架空　太郎,カクウ　タロウ,,19340611,0,,1,"
                                + "8700000,大分県大分市架空町１丁目２番３号,,1,20000401,,,,1,,442011,0,",
                        "3,3");
    }

    @Test
    void a_byte_order_mark_and_line_feeds_alone_are_accepted() {
        String csv = "\uFEFF" + Samples.write(Form.CSV, List.of(Samples.row())).replace("\r\n", "\n");
        assertThat(Samples.read(csv)).hasSize(1);
        String json =
                "\uFEFF" + Samples.write(Form.NDJSON, List.of(Samples.row())).replace("\n", "\r\n");
        assertThat(Samples.read(json)).hasSize(1);
    }

    @Test
    void a_row_tells_number_and_line_of_its_record() {
        Row first = Samples.row();
        first.set(M01.ADDRESS_DETAIL, "一行目\n二行目");
        List<Row> rows = Samples.read(Samples.write(Form.CSV, List.of(first, Samples.row())));
        assertThat(rows.get(1).number()).isEqualTo(3);
        assertThat(rows.get(1).line()).isEqualTo(4);
    }

    @Test
    void a_row_is_never_printed_with_its_values() {
        assertThat(Samples.row()).hasToString("M01-2.02 record 2");
    }

    private static Row randomRow(int number, Random random) {
        Row row = Samples.row(Samples.LAYOUT, number);
        row.set(M01.NAME, randomText(random));
        row.set(M01.ADDRESS_DETAIL, random.nextBoolean() ? null : randomText(random));
        row.set(M01.MY_NUMBER, random.nextBoolean() ? null : "123456789018");
        return row;
    }

    /** Text that needs quoting, escaping, four bytes. */
    private static String randomText(Random random) {
        String alphabet = "あ漢𠮷カ゚,\"\r\n\\'{}[]:;\t=+-@ 　é";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder("x");
        IntStream.range(0, random.nextInt(60))
                .forEach(i -> text.appendCodePoint(points[random.nextInt(points.length)]));
        return text.append('x').toString();
    }
}
