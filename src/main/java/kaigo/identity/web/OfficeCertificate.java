package kaigo.identity.web;

import java.time.LocalDate;
import kaigo.identity.CertificateEnds;
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

    public long daysLeft() {
        return CertificateEnds.daysLeft(today, lastDay);
    }

    /** What is told about its end, or null while that is far. */
    public @Nullable String warning() {
        if (daysLeft() > CertificateEnds.STEPS.getFirst()) {
            return null;
        }
        String urgency = daysLeft() <= CertificateEnds.STEPS.getLast() ? "soon" : "later";
        return ScreenText.text("certificate.ends." + urgency, daysLeft(), lastDayText());
    }

    public String lastDayText() {
        return JapaneseDates.both(lastDay);
    }
}
