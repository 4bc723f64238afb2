package kaigo.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 台帳の記載, as the insurer itself sees it: every one, also what was put right later.
 *
 * @param act GRANT, REFUSE, WITHDRAW, LAPSE; CORRECT: what stood there before does not hold any more
 * @param channel APPLICATION, INSURER, OFFICE, SETUP, OWN_PAGE, RULE
 * @param recordedBy 受付番号, or an actor of the platform
 * @param filedOn 申請日 of the application whose form says so
 * @param officeNumber of the office that heard it
 * @param staffId 介護支援専門員番号 of who heard it there
 * @param formVersion of the sentence that was read aloud
 * @param spokenBy SELF or PROXY
 * @param relation of the proxy
 */
public record LedgerEntry(
        String act,
        LocalDate actedOn,
        Instant recordedAt,
        String channel,
        String recordedBy,
        @Nullable LocalDate filedOn,
        @Nullable String officeNumber,
        @Nullable String staffId,
        @Nullable String formVersion,
        @Nullable String spokenBy,
        @Nullable String relation) {

    @Override
    public String toString() {
        return "LedgerEntry[…]";
    }
}
