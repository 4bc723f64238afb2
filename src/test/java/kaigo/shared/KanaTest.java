package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KanaTest {

    @ParameterizedTest
    @CsvSource({
        "ﾔﾏﾀﾞ ﾀﾛｳ,   ヤマダ　タロウ",
        "ｳﾞｨｸﾄﾘｱ,     ヴィクトリア",
        "ﾊﾟﾊﾞ,         パバ",
        "ｱﾞ,           ア゛",
        "ﾞ,            ゛",
        "ﾟ,            ゜",
        "ｶﾞﾞ,          ガ゛",
        "ｶﾟ,           カ゜",
        "カﾞ,          ガ", // a mark that was typed after a full-width letter
        "ﾜﾞｦﾞ,         ヷヺ",
        "｡｢｣､･ｰ,       。「」、・ー",
        "ｯｬｭｮｧ,        ッャュョァ",
        "ヤマダ 太郎A, ヤマダ　太郎A",
    })
    void half_width_kana_and_blanks_are_widened(String text, String wide) {
        assertThat(Kana.widen(text)).isEqualTo(wide);
    }

    @Test
    void every_half_width_kana_becomes_the_one_that_unicode_names_and_every_pair_is_composed_as_unicode_does() {
        IntStream.rangeClosed(0xFF61, 0xFF9D).mapToObj(Character::toString).forEach(narrow -> {
            assertThat(Kana.widen(narrow)).isEqualTo(nfkc(narrow));
            String voiced = nfkc(narrow + "ﾞ");
            assertThat(Kana.widen(narrow + "ﾞ")).isEqualTo(voiced.replace('\u3099', '゛'));
            String semiVoiced = nfkc(narrow + "ﾟ");
            assertThat(Kana.widen(narrow + "ﾟ")).isEqualTo(semiVoiced.replace('\u309A', '゜'));
        });
    }

    @Test
    void what_does_not_change_stays_the_same_instance() {
        String text = new String("ヤマダ　タロウ");
        assertThat(Kana.widen(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ヤマダ　タロウ", "ヴィヵヶヮ", "アン・マリー", "ヷヸヹヺ", "サヽキ", "イスヾ", "ㇰㇿ", "ァ", "ヾ"})
    void full_width_katakana(String text) {
        assertThat(Kana.isFullWidthKatakana(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "やまだ",
                "ﾔﾏﾀﾞ",
                "ヤマダ タロウ",
                "ヤマダA",
                "ヤマダＡ",
                "山田",
                "ヤマタ゛",
                "ハ゜",
                "ヤマタ\u3099",
                "ヿ",
                "゠",
                "ヤマダ-",
                "。",
                "ㇰ\u309A"
            })
    void everything_else_is_not(String text) {
        assertThat(Kana.isFullWidthKatakana(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "やまだ　たろう,         ヤマダタロウ",
        "ﾔﾏﾀﾞ ﾀﾛｳ,              ヤマダタロウ",
        "ヤマタ゛タロウ,         ヤマダタロウ",
        "やまた\u3099,           ヤマダ",
        "ヤマタ,                 ヤマタ", // voiced marks are kept
        "きょうこ,               キヨウコ",
        "ハットリ,               ハツトリ",
        "ヴァヵヶヮゕゖゎ,       ヴアカケワカケワ",
        "さゝき いすゞ,          サヽキイスヾ",
        "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹ,   クシストヌハヒフヘホ",
        "ㇺㇻㇼㇽㇾㇿ,           ムラリルレロ",
        "Ａｎｎ-Marie,           ANN-MARIE",
        "㈱,                     (株)",
        "\uFA19戸,               神戸",
        "辻\uDB40\uDD00,         辻",
        "'',                     ''",
    })
    void search_folds_what_people_type_differently(String text, String folded) {
        assertThat(Kana.fold(text)).isEqualTo(folded);
    }

    @Test
    void folding_twice_is_folding_once() {
        int[] characters = IntStream.concat(IntStream.range(0x20, 0x3200), IntStream.range(0xFF00, 0xFFE7))
                .filter(Character::isDefined)
                .toArray();
        for (int character : characters) {
            for (String text : new String[] {"", "カ", "ｶ", "カ "}) {
                String folded = Kana.fold(text + Character.toString(character));
                assertThat(Kana.fold(folded)).as("U+%04X", character).isEqualTo(folded);
            }
        }
    }

    private static String nfkc(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
    }
}
