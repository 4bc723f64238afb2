package kaigo.consent.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 台帳の一行 that stands: what was said, before it is asked whether it counts (rulings 19, 20).
 *
 * @param on 同意取得日, else 申請日: day of the act, never of its receipt
 * @param byForm the consent column of an application form says so: of the form's own 申請日 depends whether it counts
 * @param filedOn that 申請日, if it is known
 * @param heardAt when the platform itself took it down, or null
 * @param from 同意有効期間の開始, if one was said
 * @param until 同意有効期間の終了, if one was said
 */
public record LedgerLine(
        ConsentAct act,
        LocalDate on,
        boolean byForm,
        @Nullable LocalDate filedOn,
        @Nullable Instant heardAt,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Whether it says anything about the 包括同意. */
    public boolean counts() {
        return event().filter(ConsentEvent::counts).isPresent();
    }

    /** None on an old form: neither its あり nor its なし is about the 包括同意. A withdrawal counts wherever it was said. */
    Optional<ConsentEvent> event() {
        return objection() == null ? Optional.of(new ConsentEvent(act, on, heardAt, from, until)) : Optional.empty();
    }

    /** Why it is no event, or null. */
    @Nullable
    Verdict objection() {
        if (!byForm || act == ConsentAct.WITHDRAW) {
            return null;
        }
        if (filedOn == null) {
            return Verdict.FORM_UNKNOWN;
        }
        return isBefore(filedOn) || isBefore(on) ? Verdict.OLD_FORM : null;
    }

    private static boolean isBefore(LocalDate day) {
        return day.isBefore(ConsentEvent.BEGINNING);
    }
}
