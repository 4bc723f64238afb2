package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    private static final InsurerNumber INSURER = new InsurerNumber("442012");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({"1, 442012-20261122-000001", "999999, 442012-20261122-999999"})
    void a_receipt_is_written_and_read_back(int numberOfDay, String text) {
        Receipt receipt = Receipt.of(INSURER, DAY, numberOfDay);

        assertThat(receipt).hasToString(text);
        assertThat(Receipt.parse(text)).contains(receipt);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_000})
    void the_number_of_the_day_has_six_digits(int numberOfDay) {
        assertThatThrownBy(() -> Receipt.of(INSURER, DAY, numberOfDay)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "442012",
                "442012-20261122-00001",
                "442012-20261122-0000001",
                "442012-2026112-000001",
                "44201-20261122-000001",
                "442012-20261122-000001 ",
                "442012_20261122_000001",
                "４42012-20261122-000001"
            })
    void anything_else_is_no_receipt(String text) {
        assertThat(Receipt.parse(text)).isEmpty();
    }
}
