package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JisX0213Test {

    private static final Charset JDK = Charset.forName("x-SJIS_0213");

    /** One name a line as code points, so that no editor can normalise them. */
    @ParameterizedTest
    @CsvSource({
        "FA19, true", // 神, not U+795E
        "FA1A, true", // 祥
        "FA1B, true", // 福
        "FA11, true", // 﨑
        "5FB7, true", // 德
        "6FF5, true", // 濵
        "6801, true", // 栁
        "6852, true", // 桒
        "9089, true", // 邉
        "2000B, true", // 𠀋, outside the BMP
        "2A6B2, true", // the last one of the standard
        "9AD9, false", // 髙
        "20BB7, false", // 𠮷
        "FA12, false", // 晴
        "301C, true", // wave dash
        "FF5E, true", // full-width tilde
        "2212, true", // minus sign
        "FF0D, true", // full-width hyphen-minus
        "2016, true", // double vertical line
        "2225, true", // parallel to
        "2014, true", // em dash
        "2015, false", // horizontal bar, CP932-born
        "00A2, true", // cent sign
        "FFE0, false", // full-width cent sign, CP932-born
        "3231, true", // ㈱
        "2460, true", // ①
        "FF21, true", // full-width A
        "0041, true", // A
        "0020, true", // blank
        "007E, true", // tilde
        "3000, true", // full-width blank
        "3094, true", // ゔ
        "30F7, true", // ヷ
        "31F0, true", // ㇰ
        "FF61, false", // half-width full stop
        "FF71, false", // half-width ア
        "FF9F, false", // half-width semi-voiced mark
        "0000, false",
        "0009, false",
        "000A, false",
        "007F, false",
        "0085, false",
        "3099, false", // a combining mark alone
        "309A, false",
        "0301, true", // a combining accent that the standard has
        "E000, false", // private use
        "FE00, false", // a variation selector that is not ideographic
        "FFFD, false",
        "FFFF, false",
        "1F600, false",
        "30000, false",
        "10FFFF, false",
    })
    void the_repertoire(String hex, boolean inside) {
        String text = "山" + Character.toString(Integer.parseInt(hex, 16)) + "田";
        assertThat(JisX0213.firstOutside(text)).isEqualTo(inside ? -1 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "か\u309A", "カ\u309A", "ㇷ\u309A", "æ\u0300", "\u02E9\u02E5", "辻\uDB40\uDD00田", "\uDB40\uDDEF"
            })
    void sequences_that_are_inside(String text) {
        assertThat(JisX0213.firstOutside(text)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "\u309A,         0",
        "か\u309A\u309A, 2",
        "さ\u309A,       1",
        "か\u3099,       1", // the standard has が as one character
        "𠀋𠮷,           2",
        "𠀋\uD842,       2",
        "\uDC0B,         0",
        "\uDC0B\uD840,   0",
        "山\uDB40\uDDF0, 1", // just after the ideographic variation selectors
    })
    void the_index_of_the_first_character_outside(String text, int index) {
        assertThat(JisX0213.firstOutside(text)).isEqualTo(index);
    }

    @Test
    void the_table_is_the_charset_without_half_width_kana_and_control_characters() {
        List<Integer> different = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(c -> !Character.isISOControl(c) && (c < 0xFF61 || c > 0xFF9F))
                .filter(c -> JisX0213.contains(c) != survivesTheCharset(Character.toString(c)))
                .boxed()
                .toList();
        assertThat(different).isEmpty();
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(JisX0213::contains))
                .hasSize(11_399 - 63 - 33);
    }

    @Test
    void every_sequence_that_the_charset_holds_as_one_code_is_inside() {
        List<String> sequences = IntStream.range(0x8140, 0xFCFD)
                .mapToObj(code -> new String(new byte[] {(byte) (code >> 8), (byte) code}, JDK))
                .filter(text -> text.codePointCount(0, text.length()) == 2 && text.charAt(0) > 0xA0)
                .filter(text -> text.charAt(0) != '\uFFFD' && (text.charAt(0) < 0xFF61 || text.charAt(0) > 0xFF9F))
                .toList();
        assertThat(sequences).hasSize(25).allMatch(text -> JisX0213.firstOutside(text) < 0);
    }

    @ParameterizedTest
    @CsvSource({
        "9AD9, 高",
        "20BB7, 吉",
        "FF71, ア",
        "FF70, ー",
        "2015, —",
        "FFE0, ¢",
        "FA12, 晴",
        "2126, Ω",
        "5F37, ''",
        "FA11, ''",
        "FA19, ''",
        "0041, ''",
        "1F600, ''",
        "0000, ''",
        "D842, ''",
        "E0100, ''",
        "309A, ''"
    })
    void usual_substitutes_are_suggested_for_characters_outside_only(String hex, String substitute) {
        assertThat(JisX0213.suggest(Integer.parseInt(hex, 16)).orElse("")).isEqualTo(substitute);
    }

    @Test
    void every_listed_character_is_outside_and_its_substitute_one_character_inside() {
        assertThat(JisX0213.SUBSTITUTES).hasSizeGreaterThan(40).allSatisfy((outside, substitute) -> {
            assertThat(JisX0213.contains(outside)).as("U+%04X", outside).isFalse();
            assertThat(JisX0213.firstOutside(substitute)).as(substitute).isEqualTo(-1);
            assertThat(Text.codePoints(substitute)).as(substitute).isEqualTo(1);
        });
    }

    @Test
    void whatever_is_suggested_for_any_character_is_inside() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(JisX0213::suggest)
                        .flatMap(suggestion -> suggestion.stream()))
                .allMatch(substitute -> JisX0213.firstOutside(substitute) < 0);
    }

    /** As {@code canEncode}, which takes twenty seconds for all of Unicode. */
    private static boolean survivesTheCharset(String character) {
        return new String(character.getBytes(JDK), JDK).equals(character);
    }
}
