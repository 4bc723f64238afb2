package kaigo.viewing.web;

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
    public static final int HEIGHT = 220;
    /** Beyond the scale there is room for half a name of a time. */
    public static final int SCALE = 40;

    private static final int LEFT = 72;
    private static final int RIGHT = 40;
    private static final int TOP = 16;
    private static final int BOTTOM = 36;
    private static final int TICKS = 4;

    /** A value with the name of its time. */
    public record Point(String name, long value) {}

    /** Where a value stands. */
    public record Dot(String name, long value, String x, String y) {}

    /** A line of the scale. */
    public record Tick(long value, String y) {}

    /** @param highest of the scale, which begins at 0 */
    static LineChart of(List<Point> points, long highest) {
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double x = LEFT + (double) (WIDTH - LEFT - RIGHT) * i / Math.max(1, points.size() - 1);
            Point point = points.get(i);
            dots.add(new Dot(point.name(), point.value(), number(x), y(point.value(), highest)));
        }
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= TICKS; i++) {
            long value = highest * i / TICKS;
            ticks.add(new Tick(value, y(value, highest)));
        }
        String line = dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
        return new LineChart(List.copyOf(dots), line, List.copyOf(ticks));
    }

    private static String y(long value, long highest) {
        return number(TOP + (double) (HEIGHT - TOP - BOTTOM) * (highest - value) / highest);
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
