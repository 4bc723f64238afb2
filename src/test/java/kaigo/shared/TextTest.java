package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "山田, 2", "𠮷田, 2", "か\u309A, 2", "辻\uDB40\uDD00, 2"})
    void length_counts_code_points(String text, int length) {
        assertThat(Text.codePoints(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789, true,  true",
        "A9z,        false, true",
        "12 3,       false, false",
        "１,          false, false",
        "Ａ,          false, false",
        "ｱ,          false, false",
        "/,          false, false",
        ":,          false, false",
        "@,          false, false",
        "[,          false, false",
        "`,          false, false",
        "{,          false, false",
        "'',         false, false",
    })
    void digits_and_half_width_letters(String text, boolean digits, boolean alnum) {
        assertThat(Text.isDigits(text)).isEqualTo(digits);
        assertThat(Text.isHalfWidthAlnum(text)).isEqualTo(alnum);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "山\t田",
                "山\n田",
                "\u001F",
                "\u007F",
                "\u0080",
                "\u009F",
                "\uFFFE",
                "\uFFFF",
                "\uD842",
                "\uDFB7",
                "\uDFB7\uD842",
                "𠮷\uD842",
                "\uD83F\uDFFF"
            })
    void control_characters_are_found(String text) {
        assertThat(Text.hasControlCharacter(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "~", "\u00A0", "\u3000", "山田　太郎", "𠮷", "\uFFFD", "\uE000", "辻\uDB40\uDD00"})
    void other_characters_are_no_control_characters(String text) {
        assertThat(Text.hasControlCharacter(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "' 　\t', ''", "'　山田　太郎 ', 山田　太郎", "'\t山', 山", "'山 ', 山"})
    void blanks_at_both_ends_are_trimmed(String text, String trimmed) {
        assertThat(Text.trimBlank(text)).isEqualTo(trimmed);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "Ｓ９．６．１１, S9.6.11", "１９３４／６－１, 1934/6-1", "'　', ' '", "！～, !~", "昭和ア｡, 昭和ア｡"})
    void full_width_is_narrowed(String text, String narrowed) {
        assertThat(Text.narrow(text)).isEqualTo(narrowed);
    }

    @Test
    void what_does_not_change_stays_the_same_instance() {
        String text = new String("山田　太郎 x1");
        assertThat(Text.trimBlank(text)).isSameAs(text);
        String plain = new String("S9.6.11");
        assertThat(Text.narrow(plain)).isSameAs(plain);
    }
}
