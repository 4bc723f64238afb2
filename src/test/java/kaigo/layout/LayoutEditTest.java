package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kaigo.layout.items.M01;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Six kinds of edit of a layout file need no Java: reader, checker, writer, texts and documents follow. */
class LayoutEditTest {
    private static final String FILE = Layouts.read("M01-2.02");

    @Test
    void renaming_an_item_changes_what_is_said() {
        Layout edited = edited("name: 氏名,", "name: 被保険者氏名,");
        Row row = Samples.row(edited, 1);
        row.set(M01.NAME, null);
        Finding finding = checked(edited, row).findings().list().getFirst();
        assertThat(FindingText.of(finding, edited).text()).isEqualTo("「被保険者氏名」が入力されていません。");
        assertThat(LayoutPage.of(edited)).contains("| 被保険者氏名 |");
    }

    @Test
    void the_order_of_the_lines_is_the_order_of_the_columns() {
        String sex = line("code: sex,");
        Layout edited =
                Layouts.parse(FILE.replace(sex, "").replace(line("code: myNumber,"), sex + line("code: myNumber,")));
        Row row = Samples.row(edited, 1);
        String csv = Samples.write(Form.CSV, edited, List.of(row));
        assertThat(csv).contains("20261031180005,1,123456789018,");
        Row read = read(edited, csv);
        assertThat(read.get(M01.SEX)).isEqualTo("1");
        assertThat(read.get(M01.MY_NUMBER)).isEqualTo("123456789018");
        assertThat(checked(edited, read).findings().isEmpty()).isTrue();
    }

    @Test
    void another_length_is_checked() {
        Layout edited = edited("type: X, length: 1-40", "type: X, length: 1-41");
        for (Layout layout : List.of(Samples.LAYOUT, edited)) {
            Row row = Samples.row(layout, 1);
            row.set(M01.BIRTH_DATE_TEXT, "あ".repeat(41));
            assertThat(checked(layout, row).findings().isEmpty()).isEqualTo(layout == edited);
        }
        assertThat(LayoutSchema.of(edited)).contains("\"maxLength\" : 41");
    }

    @Test
    void a_required_mark_is_checked() {
        Layout edited = edited(
                "code: postalCode, type: N, length: 7, required: optional",
                "code: postalCode, type: N, length: 7, required: always");
        Row row = Samples.row(edited, 1);
        row.set(M01.POSTAL_CODE, null);
        assertThat(Samples.ids(checked(edited, row))).containsExactly(ErrorId.E3001);
    }

    @Test
    void another_code_list_is_checked() {
        Layout edited = edited("\"3\": 不明}", "\"9\": その他}");
        Row row = Samples.row(edited, 1);
        row.set(M01.SEX, "9");
        assertThat(checked(edited, row).findings().isEmpty()).isTrue();
        row.set(M01.SEX, "3");
        assertThat(checked(edited, row).findings().list().getFirst().parameters())
                .containsExactly("1, 2, 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "NDJSON"})
    void a_new_optional_item_is_read_checked_written_and_hashed(Form form) {
        String added =
                "  - {nr: 27, name: 電話番号, code: phone, type: AN, length: 1-13, required: optional, source: proposed}\n";
        Layout edited = Layouts.parse(
                FILE.replace(line("code: formerInsuredNumber,"), line("code: formerInsuredNumber,") + added));
        int phone = edited.position("phone");
        Row row = Samples.row(edited, 1);
        row.text(phone, "0970000000");

        Row read = read(edited, Samples.write(form, edited, List.of(row)));
        assertThat(read.text(phone)).isEqualTo("0970000000");
        assertThat(checked(edited, read).findings().isEmpty()).isTrue();
        assertThat(new CanonicalForm(edited).json(read)).endsWith(",\"0970000000\"]");
        read.text(phone, "０９７");
        assertThat(Samples.ids(checked(edited, read))).containsExactly(ErrorId.E3003);
    }

    @Test
    void an_item_that_an_older_version_does_not_have_is_absent() {
        Layout older = Layouts.parse(
                FILE.replace(line("code: formerInsuredNumber,"), "").replace("2.02\"", "2.01\""));
        Row row = Samples.row(older, 1);
        row.set(M01.FORMER_INSURED_NUMBER, "0000000009");
        assertThat(row.get(M01.FORMER_INSURED_NUMBER)).isNull();
        assertThat(older.position(M01.FORMER_INSURED_NUMBER)).isEqualTo(-1);
        assertThat(row.get(M01.NAME)).isEqualTo("架空　太郎");
    }

    @Test
    void two_versions_are_read_side_by_side() {
        Layout older = edited("version: \"2.02\"", "version: \"2.01\"");
        ReadOptions both = new ReadOptions(List.of(older, Samples.LAYOUT), false, Limits.standard());
        for (Layout layout : both.accepted()) {
            String file = Samples.write(Form.CSV, layout, List.of(Samples.row(layout, 1)));
            assertThat(Samples.open(file, both).layout()).isSameAs(layout);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codes: sex>codes: gender",
                "type: K>type: Q",
                "required: always>required: sometimes",
                "when: lostOn>when: lostAt",
                "end: lostOn>end: lostAt",
                "nr: 13>number: 13",
                "code: aliasName>code: name",
                "check: myNumber>check: hisNumber",
                "key: [insuredNumber]>key: [insured]"
            })
    void a_slip_in_a_layout_file_is_refused(String slip) {
        String[] parts = slip.split(">");
        assertThatThrownBy(() -> edited(parts[0], parts[1])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_constants_are_those_of_the_newest_layout() {
        assertThat(M01.NAME.ordinal()).isEqualTo(Samples.LAYOUT.position("name"));
        assertThat(Samples.LAYOUT.position(M01.PROTECTION_FLAG)).isEqualTo(Samples.LAYOUT.position("protectionFlag"));
        assertThatThrownBy(() -> Layouts.newest("P01").orElseThrow().newRow(2).get(M01.NAME))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Layout edited(String from, String to) {
        assertThat(FILE).contains(from);
        return Layouts.parse(FILE.replace(from, to));
    }

    private static String line(String part) {
        return FILE.lines().filter(line -> line.contains(part)).findFirst().orElseThrow() + "\n";
    }

    private static Row read(Layout layout, String file) {
        ReadOptions options = new ReadOptions(List.of(layout), true, Limits.standard());
        return Samples.read(Samples.open(file, options)).getFirst();
    }

    private static Row checked(Layout layout, Row row) {
        Row fresh = row.findings().isEmpty() ? row : copy(row);
        new RecordChecker(layout, CheckOptions.standard()).check(fresh);
        return fresh;
    }

    private static Row copy(Row row) {
        Row copy = row.layout().newRow(row.number());
        for (int i = 0; i < row.layout().size(); i++) {
            copy.text(i, row.text(i));
        }
        return copy;
    }
}
