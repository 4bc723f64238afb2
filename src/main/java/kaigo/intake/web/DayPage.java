package kaigo.intake.web;

import java.time.LocalDate;
import kaigo.intake.DayReport;
import kaigo.layout.Layouts;
import kaigo.shared.YyyyMmDd;
import org.jspecify.annotations.Nullable;

/** What the page 「今日の連携」 shows, of today or of another day. */
public record DayPage(DayReport report) {

    public String address() {
        return address(report.day());
    }

    public String csv() {
        return "/day.csv?date=" + YyyyMmDd.format(report.day());
    }

    public String before() {
        return address(report.day().minusDays(1));
    }

    /** The day after, or null on today's page. */
    public @Nullable String after() {
        return report.isToday() ? null : address(report.day().plusDays(1));
    }

    /** Where a page that moves asks whether there is anything new. */
    public @Nullable String again() {
        return report.isMoving() ? address() + "&seen=" + DayReport.mark(report.files()) : null;
    }

    public static String address(LocalDate day) {
        return "/day?date=" + YyyyMmDd.format(day);
    }

    /** {@code M03 負担割合証情報} */
    public static String interfaceName(String interfaceId) {
        return interfaceId + " "
                + Layouts.newest(interfaceId).orElseThrow().head().name();
    }
}
