package kaigo.viewing.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.X01;
import kaigo.screens.ScreenText;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * LIFE情報: the evaluations, the newest first, and two of their sums over time.
 *
 * @param adl ADL 合計 by month, the oldest first; null with fewer than two
 */
public record LifeView(
        List<Evaluation> evaluations, @Nullable LineChart adl) {

    private static final int HIGHEST_ADL = 100;

    /** @param all everything that it says */
    public record Evaluation(
            String month, String form, String adl, String dbd, String vitality, String weight, List<Entry> all) {

        @Override
        public String toString() {
            return "Evaluation[…]";
        }
    }

    static LifeView of(Leaf leaf) {
        List<ShownRecord> records = ShownRecord.list("X01", leaf.parts().getOrDefault(Part.LIFE, "[]"));
        List<LineChart.Point> points = records.reversed().stream()
                .map(LifeView::point)
                .flatMap(Optional::stream)
                .toList();
        return new LifeView(
                records.stream().map(LifeView::evaluation).toList(),
                points.size() < 2 ? null : LineChart.of(points, HIGHEST_ADL));
    }

    private static Optional<LineChart.Point> point(ShownRecord one) {
        return one.number(X01.ADL_TOTAL).map(total -> new LineChart.Point(month(one), total));
    }

    private static Evaluation evaluation(ShownRecord one) {
        return new Evaluation(
                month(one),
                one.label(X01.FORM).orElse(""),
                Entry.text(one, X01.ADL_TOTAL),
                Entry.text(one, X01.DBD_TOTAL),
                Entry.text(one, X01.VITALITY_TOTAL),
                Entry.text(one, X01.WEIGHT),
                Entry.gathered(one.values()));
    }

    /** 2026年9月. */
    private static String month(ShownRecord one) {
        String month = Objects.requireNonNull(one.text(X01.EVALUATION_MONTH).orElse("000000"));
        return ScreenText.text("life.month", month.substring(0, 4), Integer.parseInt(month.substring(4)));
    }

    @Override
    public String toString() {
        return "LifeView[…]";
    }
}
