package kaigo.intake.rules;

import java.time.LocalDate;
import kaigo.shared.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * 連携の鮮度 (rulings 34): a municipality is late that has sent no daily file on two working days (B926 wants the same day or
 * the next). A day counts when it is over.
 */
public final class DailyFreshness {

    /** Proposed, ours. */
    private static final int PATIENCE = 2;

    private DailyFreshness() {}

    /**
     * Working days that went by without a daily file.
     *
     * @param begun first day of daily files
     * @param last day of the last daily file, or null if there was none
     */
    public static int missed(LocalDate begun, @Nullable LocalDate last, LocalDate today) {
        LocalDate from = last == null || last.isBefore(begun) ? begun : last.plusDays(1);
        return WorkingDays.count(from, today);
    }

    public static boolean isLate(int missed) {
        return missed >= PATIENCE;
    }
}
