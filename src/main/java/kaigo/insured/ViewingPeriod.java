package kaigo.insured;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * 閲覧有効期限: its length is not public (「一定期間」). Proposed, ours: until the last day of the third month after 本人確認, and of
 * the third month after a month of service that was claimed (webservice.md 4).
 */
public final class ViewingPeriod {

    private static final int MONTHS = 3;

    /** Days before the end from which on it is told [P]. */
    private static final int WARNED = 14;

    private ViewingPeriod() {}

    /** The last day, inclusive. */
    public static LocalDate endOf(LocalDate verifiedOn) {
        return YearMonth.from(verifiedOn).plusMonths(MONTHS).atEndOfMonth();
    }

    /** Whether it ends within days, and has not ended yet. */
    public static boolean endsSoon(LocalDate until, LocalDate today) {
        return !until.isBefore(today) && !until.isAfter(today.plusDays(WARNED));
    }
}
