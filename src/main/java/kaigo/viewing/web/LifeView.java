package kaigo.viewing.web;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.layout.Item.IntItem;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.X01;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;

/**
 * LIFE情報: the evaluations, the newest first, and four of their values over time.
 *
 * @param charts of those values of which there are at least two
 */
public record LifeView(List<Evaluation> evaluations, List<Chart> charts) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("uuuu/MM");
    private static final LineChart.Scale ADL = new LineChart.Scale(100, 4, 0);
    private static final LineChart.Scale DBD = new LineChart.Scale(52, 4, 0);
    private static final LineChart.Scale VITALITY = new LineChart.Scale(10, 5, 0);

    /** Between two lines of the scale of weights stand ten kilograms, in its unit. */
    private static final int TEN_KILOGRAMS = 100;

    /** @param all everything that it says */
    public record Evaluation(
            String month, String form, String adl, String dbd, String vitality, String weight, List<Entry> all) {

        @Override
        public String toString() {
            return "Evaluation[…]";
        }
    }

    /** A value by month, the oldest first. */
    public record Chart(String title, LineChart line) {}

    static LifeView of(Leaf leaf) {
        List<ShownRecord> records = ShownRecord.list("X01", leaf.parts().getOrDefault(Part.LIFE, "[]"));
        List<ShownRecord> oldest = records.reversed();
        return new LifeView(
                records.stream().map(LifeView::evaluation).toList(),
                Stream.of(
                                chart(oldest, X01.ADL_TOTAL, ScreenText.text("life.adl.title"), ADL),
                                chart(oldest, X01.DBD_TOTAL, ScreenText.text("life.dbd.title"), DBD),
                                chart(oldest, X01.VITALITY_TOTAL, ScreenText.text("life.vitality.title"), VITALITY),
                                chart(oldest, X01.WEIGHT, ScreenText.text("life.weight.title"), weights(oldest)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Chart> chart(List<ShownRecord> oldest, IntItem item, String title, LineChart.Scale scale) {
        List<LineChart.Point> points = oldest.stream()
                .flatMap(one -> one.number(item).stream().map(value -> point(month(one), value)))
                .toList();
        return points.size() < 2 ? Optional.empty() : Optional.of(new Chart(title, LineChart.of(points, scale)));
    }

    private static LineChart.Point point(YearMonth month, long value) {
        return new LineChart.Point(SLASHED.format(month), month.getLong(ChronoField.PROLEPTIC_MONTH), value);
    }

    /** With room for the figure above the heaviest. */
    private static LineChart.Scale weights(List<ShownRecord> records) {
        long heaviest = records.stream()
                .flatMap(one -> one.number(X01.WEIGHT).stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        int steps = (int) Math.max(1, Math.ceilDiv(heaviest + TEN_KILOGRAMS / 2, TEN_KILOGRAMS));
        return new LineChart.Scale((long) steps * TEN_KILOGRAMS, steps, 1);
    }

    private static Evaluation evaluation(ShownRecord one) {
        return new Evaluation(
                JapaneseDates.month(month(one)),
                one.label(X01.FORM).orElse(""),
                Entry.text(one, X01.ADL_TOTAL),
                Entry.text(one, X01.DBD_TOTAL),
                Entry.text(one, X01.VITALITY_TOTAL),
                Entry.text(one, X01.WEIGHT),
                Entry.gathered(one.values()));
    }

    private static YearMonth month(ShownRecord one) {
        return YearMonth.parse(one.text(X01.EVALUATION_MONTH).orElseThrow(), MONTH);
    }

    @Override
    public String toString() {
        return "LifeView[…]";
    }
}
