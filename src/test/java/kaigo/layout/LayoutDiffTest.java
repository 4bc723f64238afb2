package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The change log between two layout versions. */
class LayoutDiffTest {
    private static final String FILE = Layouts.read("M01-2.02");

    @Test
    void a_layout_does_not_differ_from_itself() {
        Layouts.all()
                .forEach(
                        layout -> assertThat(LayoutDiff.between(layout, layout)).isEmpty());
    }

    @Test
    void every_kind_of_edit_is_told() {
        Layout newer = Layouts.parse(
                FILE.replace("version: \"2.02\"", "version: \"2.03\"")
                        .replace("name: 氏名,", "name: 被保険者氏名,")
                        .replace("code: aliasName, type: X, length: 1-100", "code: aliasName, type: X, length: 1-60")
                        .replace(
                                "code: postalCode, type: N, length: 7, required: optional",
                                "code: postalCode, type: N, length: 7, required: always")
                        .replace("\"3\": 不明}", "\"9\": その他}")
                        .replaceAll(
                                "  - \\{nr: 16,.*\\n",
                                "  - {nr: 16, name: 電話番号, code: phone, type: AN, length: 1-13, required: optional, source: proposed}\n"));
        List<String> texts = LayoutDiff.between(Samples.LAYOUT, newer).stream()
                .map(change -> change.item() + " " + change.text())
                .toList();
        assertThat(texts)
                .containsExactlyInAnyOrder(
                        "被保険者氏名（name） 項目名：氏名 → 被保険者氏名",
                        "通称名（aliasName） 文字数：1〜100 → 1〜60",
                        "郵便番号（postalCode） 必須：－ → ●",
                        "性別（sex） コード・検査：1 男性、2 女性、3 不明 → 1 男性、2 女性、9 その他",
                        "電話番号（phone） 追加（半角英数字 1〜13 文字）",
                        "方書（addressDetail） 削除");
    }

    @Test
    void two_interfaces_are_not_compared() {
        assertThatThrownBy(() ->
                        LayoutDiff.between(Samples.LAYOUT, Layouts.newest("M02").orElseThrow()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
