package kaigo.viewing.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * 折れ線: values over time as the server draws them, in a box of {@value #WIDTH} by {@value #HEIGHT}. Its table stands beside it.
 *
 * @param line for {@code points} of a polyline
 */
public record LineChart(List<Dot> dots, String line, List<Tick> ticks) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 236;
    /** So much room a value of the scale takes in the letters of a phone. */
    public static final int SCALE = 52;

    private static final int LEFT = 92;
    private static final int RIGHT = 40;
    /** The highest value stands above its dot, in large letters too. */
    private static final int TOP = 32;

    private static final int BOTTOM = 36;
    /** So much room the name of a time takes in the letters of a phone, its gap included. */
    private static final int NAME = 88;

    /**
     * 目盛り, which begins at 0.
     *
     * @param steps between 0 and the highest
     * @param decimals how many digits of a value stand behind the point
     */
    record Scale(long highest, int steps, int decimals) {

        String text(long value) {
            return BigDecimal.valueOf(value, decimals).toPlainString();
        }

        String y(long value) {
            return number(TOP + (double) (HEIGHT - TOP - BOTTOM) * (highest - value) / highest);
        }
    }

    /**
     * A value at a time.
     *
     * @param at when, in any unit that is even: between two times there is as much room as time
     */
    public record Point(String name, long at, long value) {}

    /** Where a value stands. */
    public record Dot(String name, String value, String x, String y) {}

    /** A line of the scale. */
    public record Tick(String value, String y) {}

    /** @param points at least one, the oldest first; a time whose name would touch the next one goes without */
    static LineChart of(List<Point> points, Scale scale) {
        long from = points.getFirst().at();
        double each =
                (double) (WIDTH - LEFT - RIGHT) / Math.max(1, points.getLast().at() - from);
        List<Dot> dots = new ArrayList<>();
        double next = WIDTH + NAME;
        for (Point point : points.reversed()) {
            double x = LEFT + each * (point.at() - from);
            boolean isNamed = next - x >= NAME;
            next = isNamed ? x : next;
            dots.addFirst(
                    new Dot(isNamed ? point.name() : "", scale.text(point.value()), number(x), scale.y(point.value())));
        }
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= scale.steps(); i++) {
            long value = scale.highest() * i / scale.steps();
            ticks.add(new Tick(scale.text(value), scale.y(value)));
        }
        String line = dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
        return new LineChart(List.copyOf(dots), line, List.copyOf(ticks));
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
