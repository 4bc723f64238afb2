package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MyNumberTest {

    private static final String NUMBER = "123456789018";

    @ParameterizedTest
    @CsvSource({
        "123456789018,  true",
        "987654321093,  true",
        "100000000005,  true",
        "123456789019,  false",
        "000000000000,  false", // its check digit agrees
        "12345678901,   false",
        "1234567890180, false",
        "12345678901８,  false",
        "12345678901X,  false",
        "'',            false",
    })
    void my_numbers(String text, boolean checkDigit) {
        assertThat(MyNumber.hasCheckDigit(text)).isEqualTo(checkDigit);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789018,               true",
        "架空123456789019町,           true",
        "１２３４５６７８９０１８,              true",
        "12345678901,                false",
        "1234-5678-9018,             false",
        "大分県架空市架空町12-3 0975551234, false",
        "'',                         false",
    })
    void where_a_number_may_stand_in_a_text(String text, boolean may) {
        assertThat(MyNumber.mayStandIn(text)).isEqualTo(may);
    }

    @Test
    void all_zeros_do_not_even_have_the_form() {
        assertThat(MyNumber.hasForm("000000000000")).isFalse();
        assertThat(MyNumber.hasForm("123456789019")).isTrue();
    }

    @Test
    void a_bad_number_is_refused_without_being_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MyNumber.of("123456789019"))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("123456789019"));
    }

    @Test
    void the_digits_come_as_bytes_of_which_everybody_gets_an_own_copy() {
        MyNumber number = MyNumber.of(NUMBER);
        byte[] first = number.toBytes();
        Arrays.fill(first, (byte) 0);
        assertThat(number.toBytes()).isEqualTo(NUMBER.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void it_is_never_shown_nor_written_out_by_itself() {
        MyNumber number = MyNumber.of(NUMBER);
        assertThat(number).isNotInstanceOf(Serializable.class).isNotInstanceOf(Record.class);
        assertThat(number.toString()).doesNotContainPattern("[0-9]");
        assertThat(MyNumber.class.getDeclaredMethods())
                .filteredOn(
                        method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == String.class)
                .extracting(Method::getName)
                .containsExactly("toString");
    }
}
