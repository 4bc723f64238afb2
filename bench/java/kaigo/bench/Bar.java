package kaigo.bench;

import java.util.Arrays;

/**
 * One measured bar. {@code ratio} is always more-is-better; the spread is (maximum − minimum) / median of the ratios.
 *
 * @param ours median of our figure, {@code base} of what it is held against
 */
record Bar(String name, double ours, double base, double ratio, double wanted, double spread) {

    /** @param ours and {@code base}: rates of the same rounds, A and B alternated */
    static Bar of(String name, double[] ours, double[] base, double wanted) {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours[i] / base[i];
        }
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        double spread = (sorted[sorted.length - 1] - sorted[0]) / median(ratios);
        return new Bar(name, median(ours), median(base), median(ratios), wanted, spread);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
