package kaigo.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 台帳の一行, as an institution sees it.
 *
 * @param act GRANT, REFUSE, WITHDRAW, or LAPSE
 * @param channel APPLICATION, INSURER, OFFICE, SETUP, OWN_PAGE; of a LAPSE: RULE
 * @param counts false: on a form of before 2026-04-01, or given before that day; neither its あり nor its なし is about the
 *     包括同意 (rulings 19)
 * @param own how it was taken down, if this institution did so itself; what others took down is the municipality's to know
 */
public record ConsentLine(
        String act,
        LocalDate on,
        String channel,
        boolean counts,
        @Nullable Own own) {

    /**
     * @param staffId 介護支援専門員番号 of who heard it
     * @param spokenBy SELF or PROXY
     * @param relation of the proxy
     */
    public record Own(
            Instant at,
            String staffId,
            String spokenBy,
            @Nullable String relation) {}
}
