package kaigo.viewing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineChartTest {

    @Test
    void of_two_values_both_times_are_named() {
        assertThat(names(2)).containsExactly("2026/01", "2026/02");
    }

    @Test
    void of_many_the_newest_is_named_and_no_two_names_touch() {
        assertThat(names(12))
                .containsExactly(
                        "", "2026/02", "", "2026/04", "", "2026/06", "", "2026/08", "", "2026/10", "", "2026/12");
    }

    @Test
    void twice_the_time_takes_twice_the_room() {
        List<Double> places = chart(IntStream.of(1, 2, 4)).dots().stream()
                .map(dot -> Double.valueOf(dot.x()))
                .toList();
        assertThat(places.get(2) - places.get(1)).isCloseTo(2 * (places.get(1) - places.get(0)), within(0.2));
    }

    private static List<String> names(int values) {
        return chart(IntStream.rangeClosed(1, values)).dots().stream()
                .map(LineChart.Dot::name)
                .toList();
    }

    private static LineChart chart(IntStream months) {
        return LineChart.of(
                months.mapToObj(month -> new LineChart.Point("2026/%02d".formatted(month), month, month))
                        .toList(),
                new LineChart.Scale(100, 4, 0));
    }
}
