package kaigo.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of all rounds, ours and the base's of the same round beside each other; both more-is-better. */
final class Comparison {

    private final PrintStream out;
    private final Map<String, Series> series = new LinkedHashMap<>();

    private record Series(double wanted, List<Double> ours, List<Double> base) {}

    Comparison(PrintStream out) {
        this.out = out;
    }

    void add(String name, double wanted, double ours, double base) {
        Series one = series.computeIfAbsent(name, n -> new Series(wanted, new ArrayList<>(), new ArrayList<>()));
        one.ours().add(ours);
        one.base().add(base);
        out.printf("  %s: %,.4g / %,.4g = %.3f%n", name, ours, base, ours / base);
    }

    List<Bar> bars() {
        return series.entrySet().stream()
                .map(one -> Bar.of(
                        one.getKey(),
                        one.getValue().ours(),
                        one.getValue().base(),
                        one.getValue().wanted()))
                .toList();
    }
}
