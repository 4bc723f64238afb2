package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic, and how much of wrong typing each rule finds: what it cannot find is counted and explained. */
class CheckDigitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"442012", "131045", "122044", "33120015", "1370100016", "11A2232606", "1370Z00018"})
    void modulus_10_agrees_with_published_and_reckoned_numbers(String number) {
        int body = number.length() - 1;
        assertThat(CheckDigits.modulus10(number, body)).isEqualTo(number.charAt(body) - '0');
    }

    @ParameterizedTest
    @CsvSource({"A,10", "H,17", "J,18", "N,22", "P,23", "R,24", "Z,32"})
    void letters_count_from_ten_without_i_o_and_q(String letter, int value) {
        assertThat(CheckDigits.modulus10(letter + "0", 2)).isEqualTo(complement(value / 10 + value % 10));
        assertThat(CheckDigits.modulus10(letter, 1)).isEqualTo(complement(value * 2 / 10 + value * 2 % 10));
    }

    @Test
    void modulus_10_finds_every_wrong_digit() {
        assertThat(undetectedDigits(InsurerNumber::hasCheckDigit, "", 5)).isEmpty();
    }

    /** 4 neighbours in the body × 2 × 1,000 numbers, and 2 × 1,000 where the check digit is one of the two. */
    @Test
    void modulus_10_misses_the_exchange_of_neighbours_0_and_9_and_no_other() {
        List<Slip> undetected = undetectedExchanges(InsurerNumber::hasCheckDigit, "", 5);
        assertThat(undetected).hasSize(10_000).allMatch(Slip::exchangesZeroAndNine);
    }

    /** Of the values 10 to 32 each has the weight of a digit (A that of 1, B that of 2 …), so one digit always fits. */
    @Test
    void modulus_10_takes_one_digit_for_each_letter_of_the_kind() {
        for (char kind : "ABCDEFGHJKLMNPRSTUVWXYZ".toCharArray()) {
            int check = CheckDigits.modulus10("13" + kind + "010001", 9);
            long digits = "0123456789"
                    .chars()
                    .filter(digit -> CheckDigits.modulus10("13" + (char) digit + "010001", 9) == check)
                    .count();
            assertThat(digits).isEqualTo(1);
        }
    }

    /** The remainders 0 and 10 share the check digit 1: 1.8 % of all wrong digits, all in numbers that end with 1. */
    @Test
    void the_code_of_municipalities_misses_slips_between_the_remainders_0_and_10() {
        List<Slip> digits = undetectedDigits(LocalGovernmentCode::hasCheckDigit, "", 5);
        assertThat(digits).hasSize(81_820).allMatch(slip -> slip.bothEndWith('1'));
        List<Slip> exchanges = undetectedExchanges(LocalGovernmentCode::hasCheckDigit, "", 5);
        assertThat(exchanges).hasSize(6_548 + 3_636);
        assertThat(exchanges.stream().filter(slip -> slip.bothEndWith('1'))).hasSize(6_548);
    }

    /** The remainders 0 and 1 share the check digit 0: 1.8 % of all wrong digits, all in numbers that end with 0. */
    @Test
    void my_number_misses_slips_between_the_remainders_0_and_1() {
        List<Slip> digits = undetectedDigits(MyNumber::hasCheckDigit, "1234567", 4);
        assertThat(digits).hasSize(17_452).allMatch(slip -> slip.bothEndWith('0'));
        List<Slip> exchanges = undetectedExchanges(MyNumber::hasCheckDigit, "1234567", 4);
        assertThat(exchanges).hasSize(5_217 + 182);
        assertThat(exchanges.stream().filter(slip -> slip.bothEndWith('0'))).hasSize(5_217);
    }

    private static int complement(int sum) {
        return (10 - sum % 10) % 10;
    }

    /** A right number and a wrong one that its check digit lets through. */
    private record Slip(String right, String wrong) {

        boolean bothEndWith(char digit) {
            return right.charAt(right.length() - 1) == digit && wrong.charAt(wrong.length() - 1) == digit;
        }

        boolean exchangesZeroAndNine() {
            return IntStream.range(0, right.length())
                    .filter(i -> right.charAt(i) != wrong.charAt(i))
                    .allMatch(i -> "09".indexOf(right.charAt(i)) >= 0);
        }
    }

    /** One digit, the check digit too, typed as another one, in every right number of prefix and free digits. */
    private static List<Slip> undetectedDigits(Predicate<CharSequence> rule, String prefix, int free) {
        return rightNumbers(rule, prefix, free)
                .flatMap(right -> IntStream.range(0, right.length())
                        .boxed()
                        .flatMap(i -> IntStream.rangeClosed('0', '9')
                                .filter(digit -> digit != right.charAt(i))
                                .mapToObj(digit -> right.substring(0, i) + (char) digit + right.substring(i + 1)))
                        .filter(rule)
                        .map(wrong -> new Slip(right, wrong)))
                .toList();
    }

    /** Two neighbours that differ, the check digit too, exchanged. */
    private static List<Slip> undetectedExchanges(Predicate<CharSequence> rule, String prefix, int free) {
        return rightNumbers(rule, prefix, free)
                .flatMap(right -> IntStream.range(1, right.length())
                        .filter(i -> right.charAt(i - 1) != right.charAt(i))
                        .mapToObj(i -> right.substring(0, i - 1)
                                + right.charAt(i)
                                + right.charAt(i - 1)
                                + right.substring(i + 1))
                        .filter(rule)
                        .map(wrong -> new Slip(right, wrong)))
                .toList();
    }

    private static Stream<String> rightNumbers(Predicate<CharSequence> rule, String prefix, int free) {
        int limit = (int) Math.pow(10, free + 1);
        return IntStream.range(0, limit)
                .mapToObj(number -> prefix + Integer.toString(limit + number).substring(1))
                .filter(rule);
    }
}
