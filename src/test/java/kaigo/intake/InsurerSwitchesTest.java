package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import kaigo.TestServer;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an insurer may decide about its checks: relation checks as errors (rulings 32), numbers without check digits. */
class InsurerSwitchesTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final OneRecord records = new OneRecord(insurer);

    @ParameterizedTest
    @CsvSource({"false, 31 W4002, 1", "true, 39 E4002, 0"})
    void an_unknown_history_warns_or_refuses(boolean errors, String expected, int registered) {
        put(errors, true);
        Loads.load(insurer, records.person());
        assertThat(Loads.result(records.send("M10"), 2)).isEqualTo(expected);
        assertThat(count("certification.progress")).isEqualTo(registered);
    }

    @ParameterizedTest
    @CsvSource({"false, 31 W4002", "true, 39 E4002"})
    void so_it_does_for_a_record_that_waited(boolean errors, String expected) {
        put(errors, true);
        Receipt waiting = records.send("M10");
        Loads.load(insurer, records.person());
        Loads.awaitFinal(waiting);
        assertThat(Loads.result(waiting, 2)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"false, 31 W4003", "true, 39 E4003"})
    void an_unknown_office_warns_or_refuses(boolean errors, String expected) {
        put(errors, true);
        Loads.load(insurer, records.person());
        assertThat(result("M13", "issuerKind", "2", "issuerNumber", "4400100014"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"false, 31 W4004, 2", "true, 39 E4004, 1"})
    void overlapping_periods_warn_or_refuse(boolean errors, String expected, int registered) {
        put(errors, true);
        Loads.load(insurer, records.person());
        assertThat(result("M03")).isEqualTo("30");
        assertThat(result("M03", "historyNo", "2")).isEqualTo(expected);
        assertThat(count("cards.burden_ratio")).isEqualTo(registered);
    }

    @ParameterizedTest
    @CsvSource({"false, 31 W4004", "true, 39 E4004"})
    void so_do_the_two_periods_of_one_card(boolean errors, String expected) {
        put(errors, true);
        Loads.load(insurer, records.person());
        assertThat(result("M03", "ratio2", "20", "from2", "20260901", "to2", "20270731"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_check_digit_of_an_issuer_is_checked_unless_the_insurer_has_dummies(boolean checkDigit) {
        put(false, checkDigit);
        Loads.load(insurer, records.person());
        assertThat(result("M13", "issuerKind", "2", "issuerNumber", "4400100015"))
                .isEqualTo(checkDigit ? "39 E3008" : "31 W4003");
    }

    private String result(String interfaceId, @Nullable String... items) {
        return Loads.result(records.send(interfaceId, items), 2);
    }

    private void put(boolean relationErrors, boolean checkDigit) {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(new Insurer(
                insurer,
                known.name(),
                known.prefecture(),
                known.loadFrom(),
                known.dailyFrom(),
                known.startedOn(),
                known.baseDate(),
                checkDigit,
                known.outsideJisX0213(),
                relationErrors,
                known.acceptedVersions()));
    }

    private int count(String table) {
        return Loads.database()
                .sql("select count(*) from " + table + " where insurer_number = ?")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}
