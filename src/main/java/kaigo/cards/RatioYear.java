package kaigo.cards;

import java.time.LocalDate;
import java.util.Objects;
import kaigo.layout.CodeList;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.items.M03;

/**
 * 負担割合年度: from the first of August to the last of July.
 *
 * @param first 8月1日
 */
public record RatioYear(LocalDate first) {

    /** That of the coming August from July on, when its certificates are sent out; before, the one that runs. */
    public static RatioYear of(LocalDate today) {
        return new RatioYear(LocalDate.of(today.getMonthValue() >= 7 ? today.getYear() : today.getYear() - 1, 8, 1));
    }

    public RatioYear next() {
        return new RatioYear(first.plusYears(1));
    }

    /** First day on which {@link #of} answers it. */
    public LocalDate firstDay() {
        return first.minusMonths(1);
    }

    /** Last day on which {@link #of} answers it. */
    public LocalDate lastDay() {
        return next().firstDay().minusDays(1);
    }

    /** July, when its certificates are sent out, and August, when it begins: when it is worth a look. */
    public boolean isNewOn(LocalDate day) {
        return !day.isBefore(firstDay()) && day.isBefore(first.plusMonths(1));
    }

    /** 1割, 2割 or 3割; the code itself if that is not known. */
    public static String label(String ratio) {
        Layout layout = Layouts.newest("M03").orElseThrow();
        CodeList codes =
                Objects.requireNonNull(layout.item(layout.position(M03.RATIO1)).codes());
        return codes.labels().getOrDefault(ratio, ratio);
    }
}
