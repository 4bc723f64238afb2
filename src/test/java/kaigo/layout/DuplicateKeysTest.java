package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kaigo.layout.items.M01;
import kaigo.layout.items.P01;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateKeysTest {

    /** Each digit is the 更新区分 of one more record of the same key; x marks the refused ones. */
    @ParameterizedTest
    @CsvSource({"11,.x", "12,.x", "13,.x", "31,..", "32,.x", "33,.x", "311,..x", "313,..x", "3131,..xx", "321,.x."})
    void every_later_record_of_a_key_is_refused_except_a_new_one_after_a_deletion(String types, String expected) {
        DuplicateKeys keys = new DuplicateKeys(Samples.LAYOUT);
        StringBuilder found = new StringBuilder();
        for (char type : types.toCharArray()) {
            Row row = Samples.row();
            row.set(M01.UPDATE_TYPE, String.valueOf(type));
            keys.check(row);
            found.append(Samples.ids(row).equals(List.of(ErrorId.E3011)) ? 'x' : '.');
        }
        assertThat(found).hasToString(expected);
    }

    @Test
    void ten_thousand_keys_are_told_apart_and_each_is_found_again() {
        DuplicateKeys keys = new DuplicateKeys(Samples.LAYOUT);
        IntStream.range(0, 10_000).forEach(i -> assertThat(found(keys, i)).isFalse());
        IntStream.range(0, 10_000).forEach(i -> assertThat(found(keys, i)).isTrue());
    }

    @Test
    void a_deletion_is_remembered_however_many_keys_follow() {
        DuplicateKeys keys = new DuplicateKeys(Samples.LAYOUT);
        Row deletion = Samples.row(Samples.LAYOUT, 0);
        deletion.set(M01.UPDATE_TYPE, "3");
        keys.check(deletion);
        IntStream.range(1, 5_000).forEach(i -> assertThat(found(keys, i)).isFalse());
        assertThat(found(keys, 0)).isFalse();
        assertThat(found(keys, 0)).isTrue();
    }

    @Test
    void a_key_of_several_items_is_compared_item_by_item() {
        Layout layout = Layouts.newest("P01").orElseThrow();
        DuplicateKeys keys = new DuplicateKeys(layout);
        assertThat(found(keys, layout, "R1", 23)).isFalse();
        assertThat(found(keys, layout, "R12", 3)).isFalse();
        assertThat(found(keys, layout, "R1", 23)).isTrue();
    }

    @Test
    void a_record_without_its_key_is_passed_over() {
        DuplicateKeys keys = new DuplicateKeys(Samples.LAYOUT);
        for (int i = 0; i < 2; i++) {
            Row row = Samples.LAYOUT.newRow(2);
            keys.check(row);
            assertThat(row.findings().isEmpty()).isTrue();
        }
    }

    private static boolean found(DuplicateKeys keys, int number) {
        Row row = Samples.row(Samples.LAYOUT, number);
        keys.check(row);
        return row.findings().hasErrors();
    }

    private static boolean found(DuplicateKeys keys, Layout layout, String receipt, int sequence) {
        Row row = layout.newRow(2);
        row.set(P01.RECEIPT_NO, receipt);
        row.set(P01.SOURCE_SEQUENCE, sequence);
        keys.check(row);
        return row.findings().hasErrors();
    }

    @Test
    void the_finding_names_the_items_of_the_key() {
        Layout layout = Layouts.newest("M08").orElseThrow();
        DuplicateKeys keys = new DuplicateKeys(layout);
        Row again = SampleRecord.least(layout, 3);
        keys.check(SampleRecord.least(layout, 2));
        keys.check(again);
        assertThat(again.findings().list()).containsExactly(Finding.of(ErrorId.E3011, "被保険者番号＋要介護認定履歴番号"));
    }

    @Test
    void a_record_without_one_item_of_its_key_is_passed_over_and_an_item_that_may_be_absent_is_compared() {
        Layout cards = Layouts.newest("M08").orElseThrow();
        DuplicateKeys keys = new DuplicateKeys(cards);
        for (int i = 0; i < 2; i++) {
            Row row = SampleRecord.least(cards, 2);
            row.text(cards.position("historyNo"), null);
            keys.check(row);
            assertThat(row.findings().isEmpty()).isTrue();
        }
        Layout claims = Layouts.newest("K01").orElseThrow();
        LayoutItem subcontracted = claims.items().get(claims.position("subcontractedOffice"));
        assertThat(subcontracted.mayBeAbsent()).isTrue();
        DuplicateKeys ofClaims = new DuplicateKeys(claims);
        Row again = SampleRecord.least(claims, 3);
        ofClaims.check(SampleRecord.least(claims, 2));
        ofClaims.check(again);
        assertThat(Samples.ids(again)).containsExactly(ErrorId.E3011);
    }
}
