package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kaigo.opinion.LetterFile.Unreadable;
import kaigo.opinion.LetterFile.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an institution's own software has written, in the ways of docs/opinion-files.md. */
class LetterFileTest {

    private static final String HEAD = "保険者番号,被保険者番号,意見書作成依頼日,申請者 氏名,申請者 性別,身長\n";

    @Test
    void csv_comes_by_names_or_codes_in_utf8_or_shift_jis() throws Unreadable {
        String csv = HEAD + "442913,9000000001,R8.11.10,\"見本, 一郎\",女性,152.3\n\n442913,9000000002,20261110,,1,\n";
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-31j")}) {
            Written first = LetterFile.read(csv.getBytes(charset)).getFirst();
            assertThat(first.insured()).isEqualTo("9000000001");
            assertThat(first.requestedOn()).isEqualTo("R8.11.10");
            assertThat(first.items())
                    .as("the name of a code is its code")
                    .isEqualTo(Map.of("name", "見本, 一郎", "sex", "2", "height", "152.3"));
            assertThat(LetterFile.read(csv.getBytes(charset)).get(1).items())
                    .as("what is empty says nothing")
                    .isEqualTo(Map.of("sex", "1"));
        }
        byte[] codes =
                "\uFEFFinsurerNumber,insuredNumber,requestedOn,remarks\r\n442913,9000000001,20261110,\"一行目\n二行目\"\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(LetterFile.read(codes).getFirst().items()).isEqualTo(Map.of("remarks", "一行目\n二行目"));
    }

    @Test
    void json_comes_as_one_letter_or_several() throws Unreadable {
        String one =
                "{\"insurerNumber\":\"442913\",\"insuredNumber\":\"9000000001\",\"requestedOn\":20261110,\"name\":null,\"treatment1\":1}";
        assertThat(LetterFile.read(one.getBytes(StandardCharsets.UTF_8))).hasSize(1);
        Written second = LetterFile.read((" [" + one + "," + one + "]").getBytes(StandardCharsets.UTF_8))
                .get(1);
        assertThat(second.row()).isEqualTo(2);
        assertThat(second.requestedOn()).isEqualTo("20261110");
        assertThat(second.items()).isEqualTo(Map.of("treatment1", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "EMPTY|insurerNumber,insuredNumber|",
                "UNKNOWN|insurerNumber,shoeSize\\n442913,25|shoeSize",
                "UNKNOWN|{\"a\":{\"b\":1}}|a",
                "BROKEN|{\"a\":|JSON",
                "BROKEN|[1,|JSON",
                "BROKEN|\"insurerNumber|CSV",
                "EMPTY|[]|"
            })
    void what_cannot_be_read_says_why(String why, String text, String detail) {
        assertThatThrownBy(() -> LetterFile.read(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Unreadable.class, found -> {
                    assertThat(found.getMessage()).isEqualTo(why);
                    assertThat(found.detail()).isEqualTo(detail == null ? "" : detail);
                });
    }

    @Test
    void what_is_too_long_too_much_or_no_text_says_so() {
        assertThatThrownBy(() -> LetterFile.read(new byte[LetterFile.LONGEST + 1]))
                .hasMessage("TOO_LONG");
        assertThatThrownBy(() -> LetterFile.read((HEAD + "1,2,3\n".repeat(201)).getBytes(StandardCharsets.UTF_8)))
                .hasMessage("TOO_MANY");
        assertThatThrownBy(() -> LetterFile.read(new byte[] {(byte) 0x81, (byte) 0xFF, 0}))
                .hasMessage("CHARACTERS");
    }
}
