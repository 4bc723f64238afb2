package kaigo.bench;

import java.util.Arrays;
import java.util.List;

/**
 * One measured bar. {@code ratio} is always more-is-better; the spread is (maximum − minimum) / median of the ratios.
 *
 * @param ours median of our figure, {@code base} of what it is held against
 */
record Bar(String name, double ours, double base, double ratio, double wanted, double spread) {

    /** @param ours and {@code base}: figures of the same rounds, A and B alternated */
    static Bar of(String name, List<Double> ours, List<Double> base, double wanted) {
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours.get(i) / base.get(i);
        }
        double spread = (Arrays.stream(ratios).max().orElseThrow()
                        - Arrays.stream(ratios).min().orElseThrow())
                / median(ratios);
        return new Bar(name, median(numbers(ours)), median(numbers(base)), median(ratios), wanted, spread);
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
