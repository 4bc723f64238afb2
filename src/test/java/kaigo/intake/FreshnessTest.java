package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import kaigo.TestServer;
import kaigo.layout.ProcessingType;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** Who is late with the daily files (rulings 34). */
class FreshnessTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final OneRecord records = new OneRecord(insurer);

    @Test
    void who_never_sent_a_daily_file_is_late_from_the_second_working_day_on() {
        assertThat(late(TestServer.TODAY)).hasValueSatisfying(one -> {
            assertThat(one.lastDaily()).isNull();
            assertThat(one.missed()).isEqualTo(8);
        });
        assertThat(late(LocalDate.of(2026, 11, 11))).isEmpty();
        assertThat(late(LocalDate.of(2026, 11, 12))).isPresent();
    }

    @Test
    void a_daily_file_ends_it_and_its_day_is_known() {
        records.send("M03");
        assertThat(late(TestServer.TODAY)).isEmpty();
        assertThat(late(LocalDate.of(2026, 11, 25)))
                .as("a weekend, a holiday and one working day later")
                .isEmpty();
        assertThat(late(LocalDate.of(2026, 11, 26))).hasValueSatisfying(one -> {
            assertThat(one.lastDaily()).isEqualTo(TestServer.TODAY);
            assertThat(one.missed()).isEqualTo(2);
        });
    }

    @Test
    void tests_and_files_of_others_do_not_count() {
        records.send("M03", ProcessingType.TEST);
        assertThat(late(TestServer.TODAY)).isPresent();
        Receipt refused = records.send("M03");
        change(refused, "status = 90");
        assertThat(late(TestServer.TODAY)).isPresent();
        Receipt others = records.send("M05");
        assertThat(late(TestServer.TODAY)).isEmpty();
        change(others, "interface = 'K01'");
        assertThat(late(TestServer.TODAY)).isPresent();
    }

    private static void change(Receipt receipt, String what) {
        Loads.database()
                .sql("update intake.file set " + what + " where insurer_number = ? and receipt = ?")
                .params(receipt.insurer().value(), receipt.number())
                .update();
    }

    @Test
    void before_the_daily_link_begins_nobody_is_late() {
        InsurerNumber loading = TestServer.insurerLoading();
        assertThat(TestServer.bean(Freshness.class).listLate(TestServer.TODAY))
                .extracting(LateInsurer::number)
                .contains(insurer)
                .doesNotContain(loading);
    }

    private Optional<LateInsurer> late(LocalDate today) {
        return TestServer.bean(Freshness.class).listLate(today).stream()
                .filter(one -> one.number().equals(insurer))
                .findFirst();
    }
}
