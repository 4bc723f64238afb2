package kaigo.consent.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 同意の出来事: one act of the person, whoever recorded it.
 *
 * @param on day of the act, never of its receipt
 * @param heardAt when the platform itself took it down; null for what a municipality's record says, which knows days only
 * @param saidFrom 同意有効期間の開始 of a GRANT, if one was said: before it nothing is open
 * @param saidUntil 同意有効期間の終了 of a GRANT, if one was said
 */
public record ConsentEvent(
        ConsentAct act,
        LocalDate on,
        @Nullable Instant heardAt,
        @Nullable LocalDate saidFrom,
        @Nullable LocalDate saidUntil) {

    /** From 2026-04-01 on: what was given before, or on the old form, is no 包括同意. */
    public static final LocalDate BEGINNING = LocalDate.of(2026, 4, 1);

    /** Of a municipality's record. */
    public static ConsentEvent recorded(ConsentAct act, LocalDate on) {
        return new ConsentEvent(act, on, null, null, null);
    }

    /** Whether it counts: a GRANT of before the beginning never does (rulings 19). */
    boolean counts() {
        return act != ConsentAct.GRANT || !on.isBefore(BEGINNING);
    }

    /** A GRANT that was said to begin later changes nothing until then. */
    boolean hasBegun(LocalDate day) {
        return !on.isAfter(day) && (act != ConsentAct.GRANT || saidFrom == null || !day.isBefore(saidFrom));
    }
}
