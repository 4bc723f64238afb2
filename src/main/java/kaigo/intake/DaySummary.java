package kaigo.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 今日の連携のあらまし.
 *
 * @param dailyFrom first day of daily files, or null if none is fixed
 * @param late if the insurer is late with its daily files, else null
 * @param files received today, without tests
 * @param unmended refused records of all days that were not mended since
 * @param waiting records of all days that wait for their M01
 */
public record DaySummary(
        LocalDate today,
        @Nullable LocalDate dailyFrom,
        @Nullable LateInsurer late,
        int files,
        int unmended,
        int waiting) {

    /** Whether daily files are not taken yet. */
    public boolean isBeforeStart() {
        return dailyFrom == null || today.isBefore(dailyFrom);
    }
}
