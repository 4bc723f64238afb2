package kaigo.identity.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kaigo.screens.ScreenText;
import kaigo.shared.InstitutionId;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * つながっている証明書: whose it is, and how long it is still good.
 *
 * @param lastDay its last day
 */
public record OfficeCertificate(InstitutionId institution, String name, LocalDate lastDay, LocalDate today) {

    /** Days before the end from which on it is told, more urgently each time. */
    static final List<Integer> WARNED = List.of(90, 60, 30, 14, 7);

    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, lastDay);
    }

    /** What is told about its end, or null while that is far. */
    public @Nullable String warning() {
        if (daysLeft() > WARNED.getFirst()) {
            return null;
        }
        String urgency = daysLeft() <= WARNED.getLast() ? "soon" : "later";
        return ScreenText.text("certificate.ends." + urgency, daysLeft(), lastDayText());
    }

    public String lastDayText() {
        return JapaneseDates.both(lastDay);
    }
}
