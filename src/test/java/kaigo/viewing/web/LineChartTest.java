package kaigo.viewing.web;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static List<String> names(int values) {
        List<LineChart.Point> points = IntStream.rangeClosed(1, values)
                .mapToObj(month -> new LineChart.Point("2026/%02d".formatted(month), month))
                .toList();
        return LineChart.of(points, new LineChart.Scale(100, 4, 0)).dots().stream()
                .map(LineChart.Dot::name)
                .toList();
    }
}
