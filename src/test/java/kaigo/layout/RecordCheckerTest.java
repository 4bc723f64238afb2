package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kaigo.layout.items.M01;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCheckerTest {
    private static final RecordChecker CHECKER = new RecordChecker(Samples.LAYOUT, CheckOptions.standard());

    @Test
    void a_record_that_is_right_has_no_finding() {
        assertThat(checked(Samples.row()).findings().list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                // required
                "updateType|-|E3001",
                "insurerNumber|-|E3001",
                "insuredNumber|-|E3001",
                "sourceUpdatedAt|-|E3001",
                "name|-|E3001",
                "name|　 |E3001",
                "nameKana|-|E3001",
                "birthDateUnknown|-|E3001",
                "sex|-|E3001",
                "address|-|E3001",
                "insuredCategory|-|E3001",
                "qualifiedFrom|-|E3001",
                "residenceException|-|E3001",
                "protectionFlag|-|E3001",
                "birthDate|-|E3010",
                "myNumber|-|",
                "postalCode|-|",
                "addressMunicipality|-|",
                "lostOn|-|",
                "aliasName|-|",
                // length
                "insurerNumber|44201|E3002",
                "insurerNumber|4420120|E3002",
                "insuredNumber|120000115|E3002",
                "insuredNumber|00000000001|E3002",
                "myNumber|12345678901|E3002",
                "postalCode|870000|E3002",
                // character class and form
                "insurerNumber|44201a|E3003",
                "insurerNumber|４４２０１２|E3003",
                "insuredNumber|A000000001|E3003",
                "insuredNumber|00000H0001|E3003",
                "insuredNumber|h000000001|E3003",
                "insuredNumber|00000-0001|E3003",
                "insuredNumber|H000000001|",
                "nameKana|かくう|E3003",
                "nameKana|カクウABC|E3003",
                "nameKana|ガ゛|E3003",
                "nameKana|ｶｸｳ ﾀﾛｳ|",
                "nameKana|ヴェロニカ・ㇷ゚|E3003",
                // dates
                "birthDate|20260229|E3005",
                "birthDate|20280229|",
                "birthDate|1934611|E3005",
                "birthDate|1934/6/1|E3005",
                "birthDate|S090611|E3005",
                "birthDate|00000000|E3005",
                "birthDate|99999999|E3005",
                "birthDate|19341301|E3005",
                "birthDate|19340431|E3005",
                "sourceUpdatedAt|20261031240000|E3005",
                "sourceUpdatedAt|20261031235959|",
                "sourceUpdatedAt|20261031236000|E3005",
                "sourceUpdatedAt|20261031|E3005",
                // codes and flags
                "updateType|0|E3007",
                "updateType|3|",
                "updateType|4|E3007",
                "sex|9|E3007",
                "sex|01|E3007",
                "qualifiedReason|1|E3007",
                "qualifiedReason|04|",
                "protectionFlag|2|E3007",
                "birthDateUnknown|true|E3007",
                "protectionFlag|1|",
                // check digits
                "insurerNumber|442011|E3008",
                "insurerNumber|131045|",
                "myNumber|123456789019|E3008",
                "myNumber|000000000000|E3008",
                "myNumber|100000000005|",
                "addressMunicipality|442012|E3008",
                "formerInsuredNumber|1234567890|"
            })
    void every_item_check_at_its_boundary(String item, String value, String expected) {
        Row row = Samples.row();
        row.text(Samples.LAYOUT.position(item), value);
        checked(row);
        assertThat(Samples.ids(row)).containsExactlyElementsOf(ids(expected));
        row.findings().list().forEach(finding -> assertThat(finding.item()).isEqualTo(item));
    }

    @ParameterizedTest
    @CsvSource({
        "residenceException=2,facilityInsurer=,E3010",
        "residenceException=2,facilityInsurer=131045,",
        "residenceException=1,facilityInsurer=,",
        "lostOn=20261031,lostReason=,E3010",
        "lostOn=20261031,lostReason=02,",
        "birthDate=,birthDateUnknown=1,",
        "birthDate=,birthDateUnknown=0,E3010",
        "lostOn=20000331,lostReason=01,E3006",
        "lostOn=20000401,lostReason=01,"
    })
    void conditions_and_periods(String first, String second, String expected) {
        Row row = Samples.row();
        for (String setting : List.of(first, second)) {
            String[] parts = setting.split("=", 2);
            row.text(Samples.LAYOUT.position(parts[0]), parts[1].isEmpty() ? null : parts[1]);
        }
        assertThat(Samples.ids(checked(row))).containsExactlyElementsOf(ids(expected));
    }

    @ParameterizedTest
    @CsvSource({"あ,100,", "あ,101,E3002", "𠀋,100,", "𠀋,101,E3002"})
    void lengths_count_characters_not_chars(String character, int times, String expected) {
        Row row = Samples.row();
        row.set(M01.NAME, character.repeat(times));
        assertThat(Samples.ids(checked(row))).containsExactlyElementsOf(ids(expected));
    }

    @Test
    void a_length_is_reported_with_what_is_allowed_and_what_was_found() {
        Row row = Samples.row();
        row.set(M01.NAME, "あ".repeat(101));
        assertThat(checked(row).findings().list())
                .containsExactly(new Finding(ErrorId.E3002, "name", List.of("1〜100", "101")));
    }

    @Test
    void a_character_outside_the_repertoire_is_marked_or_refused_as_the_insurer_wishes() {
        Row row = Samples.row();
        row.set(M01.NAME, "架空　髙子");
        assertThat(checked(row).findings().list())
                .containsExactly(new Finding(ErrorId.W3004, "name", List.of("U+9AD9", "高", "4")));
        assertThat(row.get(M01.NAME)).isEqualTo("架空　髙子");
        assertThat(row.findings().hasErrors()).isFalse();

        Row refused = Samples.row();
        refused.set(M01.NAME, "𠮷");
        new RecordChecker(Samples.LAYOUT, new CheckOptions(CheckOptions.Outside.REFUSE, true, null, List.of()))
                .check(refused);
        assertThat(refused.findings().list())
                .containsExactly(new Finding(ErrorId.E3004, "name", List.of("U+20BB7", "吉", "1")));
    }

    @Test
    void a_line_feed_inside_a_name_is_a_character_that_no_name_has() {
        Row row = Samples.row();
        row.set(M01.NAME, "架空\n太郎");
        assertThat(Samples.ids(checked(row))).containsExactly(ErrorId.E3003);
    }

    @Test
    void a_record_is_trimmed_and_its_kana_widened_and_nothing_else() {
        Row row = Samples.row();
        row.set(M01.NAME, "　架空　 太郎 ");
        row.set(M01.NAME_KANA, " ｶﾞｸｳ ﾊﾟﾛｳ");
        row.set(M01.ADDRESS, "ｱﾊﾟｰﾄ　１－２－３ ");
        row.set(M01.ALIAS_NAME, " 　\t");
        checked(row);
        assertThat(row.get(M01.NAME)).isEqualTo("架空　 太郎");
        assertThat(row.get(M01.NAME_KANA)).isEqualTo("ガクウ　パロウ");
        assertThat(row.get(M01.ADDRESS)).isEqualTo("ｱﾊﾟｰﾄ　１－２－３");
        assertThat(row.get(M01.ALIAS_NAME)).isNull();
    }

    @Test
    void test_insurers_may_carry_dummies() {
        Row row = Samples.row();
        row.set(M01.INSURER_NUMBER, "999999");
        row.set(M01.INSURED_NUMBER, "A000000001");
        new RecordChecker(Samples.LAYOUT, new CheckOptions(CheckOptions.Outside.MARK, false, null, List.of()))
                .check(row);
        assertThat(Samples.ids(row)).as("the form is asked all the same").containsExactly(ErrorId.E3003);
    }

    @Test
    void a_record_of_another_insurer_than_the_control_record_s_is_refused() {
        Row row = Samples.row();
        row.set(M01.INSURER_NUMBER, "131045");
        new RecordChecker(Samples.LAYOUT, CheckOptions.of(Samples.control(1), List.of())).check(row);
        assertThat(Samples.ids(row)).containsExactly(ErrorId.E1002);
    }

    @Test
    void rules_of_the_rooms_run_on_records_whose_items_are_right() {
        RecordRule rule = (row, findings) -> findings.add(ErrorId.W4006);
        RecordRule other = (row, findings) -> findings.add(ErrorId.E4001);
        CheckOptions options = new CheckOptions(CheckOptions.Outside.MARK, true, null, List.of(rule, other));
        Row right = Samples.row();
        Row wrong = Samples.row();
        wrong.set(M01.SEX, "9");
        new RecordChecker(Samples.LAYOUT, options).check(right);
        new RecordChecker(Samples.LAYOUT, options).check(wrong);
        assertThat(Samples.ids(right)).containsExactly(ErrorId.W4006, ErrorId.E4001);
        assertThat(Samples.ids(wrong)).containsExactly(ErrorId.E3007);
    }

    @Test
    void at_most_five_findings_are_kept_and_an_error_is_never_lost_to_warnings() {
        Findings findings = new Findings();
        for (int i = 0; i < 7; i++) {
            findings.add(ErrorId.W3004);
        }
        assertThat(findings.hasErrors()).isFalse();
        findings.add(ErrorId.E3001);
        assertThat(findings.hasErrors()).isTrue();
        assertThat(findings.list()).hasSize(5).contains(Finding.of(ErrorId.E3001));

        Row empty = Samples.LAYOUT.newRow(2);
        assertThat(checked(empty).findings().list()).hasSize(5);
    }

    @Test
    void no_finding_carries_a_value_of_the_person() {
        Row row = Samples.row();
        for (LayoutItem item : Samples.LAYOUT.items()) {
            row.text(item.position(), "秘密" + item.position());
        }
        assertThat(checked(row).findings().list())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("秘密"));
    }

    private static Row checked(Row row) {
        CHECKER.check(row);
        return row;
    }

    private static List<ErrorId> ids(String expected) {
        return expected == null ? List.of() : List.of(ErrorId.valueOf(expected));
    }
}
