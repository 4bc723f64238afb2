package kaigo.access.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 主治医意見書作成依頼 to the very institution that looks, received and not cancelled.
 *
 * @param filedOn 申請書提出日
 * @param endedOn day on which the application was decided or withdrawn, or null
 */
public record OpinionRequest(LocalDate filedOn, @Nullable LocalDate endedOn) {

    /** ※1, ※3: day 1 is the day after 申請書提出日 (rulings 13). */
    boolean isInWindow(LocalDate today, int days) {
        return !today.isAfter(filedOn.plusDays(days));
    }

    /** Until the application is decided or withdrawn, at the earliest the last day of the window (rulings 12; proposed, ours). */
    boolean isUnderWay(LocalDate today, int days) {
        return isInWindow(today, days) || endedOn == null || !today.isAfter(endedOn);
    }
}
