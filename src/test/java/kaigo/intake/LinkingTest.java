package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MyNumber;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every answer of the 中間サーバ, brought home to link, result and file. The third digit of a number tells the answer. */
class LinkingTest {

    private final JdbcClient database = TestServer.bean(JdbcClient.class);

    @Test
    void business_answers_are_final_and_name_their_error() {
        InsurerNumber insurer = TestServer.insurerLoading();
        Receipt receipt = Loads.send(
                insurer,
                new M01File(insurer, "I")
                        .add("1", "9000000001", number("99011110001"), "甲")
                        .add("1", "9000000002", number("99111110002"), "乙")
                        .add("1", "9000000003", number("99211110003"), "丙"));
        Loads.awaitFinal(receipt);

        assertThat(Loads.results(receipt)).containsExactly("30", "39 E5001", "39 E5005");
        assertThat(state(insurer, "9000000001")).isEqualTo("2 sealed: false");
        assertThat(state(insurer, "9000000002")).isEqualTo("3 sealed: false");
        assertThat(state(insurer, "9000000003")).isEqualTo("5 sealed: false");
    }

    @Test
    void who_is_not_answered_is_asked_again_later_and_stops_nobody() {
        InsurerNumber insurer = TestServer.insurerLoading();
        Receipt receipt = Loads.send(
                insurer,
                new M01File(insurer, "I")
                        .add("1", "9000000001", number("99311120001"), "甲")
                        .add("1", "9000000002", number("99011120002"), "乙"));

        Await.until(() -> state(insurer, "9000000002").startsWith("2"), Duration.ofSeconds(30));
        Await.until(() -> attempts(insurer, "9000000001") > 0, Duration.ofSeconds(30));

        assertThat(Loads.results(receipt)).containsExactly("25", "30");
        assertThat(state(insurer, "9000000001")).isEqualTo("1 sealed: true");
    }

    @Test
    void one_key_for_two_numbers_of_an_insurer_is_E5003_and_for_two_insurers_is_right() {
        InsurerNumber insurer = TestServer.insurerLoading();
        InsurerNumber other = TestServer.insurerLoading();
        String number = number("99011130001");
        Loads.awaitFinal(Loads.send(insurer, new M01File(insurer, "I").add("1", "9000000001", number, "甲")));
        Receipt second = Loads.send(
                insurer, new M01File(insurer, "I").createdAt("20261120060000").add("1", "9000000002", number, "甲"));
        Receipt elsewhere = Loads.send(other, new M01File(other, "I").add("1", "9000000009", number, "甲"));
        Loads.awaitFinal(second);
        Loads.awaitFinal(elsewhere);

        assertThat(Loads.results(second)).containsExactly("39 E5003");
        assertThat(Loads.results(elsewhere)).containsExactly("30");
        assertThat(state(insurer, "9000000001")).isEqualTo("2 sealed: false");
    }

    private static String number(String elevenDigits) {
        return elevenDigits + MyNumber.checkDigit(elevenDigits);
    }

    private String state(InsurerNumber insurer, String insuredNumber) {
        return database.sql("""
                select state || ' sealed: ' || (sealed_number is not null) from insured.link
                where insurer_number = ? and insured_number = ?""")
                .params(insurer.value(), insuredNumber)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    private int attempts(InsurerNumber insurer, String insuredNumber) {
        return database.sql("select attempts from insured.link where insurer_number = ? and insured_number = ?")
                .params(insurer.value(), insuredNumber)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
