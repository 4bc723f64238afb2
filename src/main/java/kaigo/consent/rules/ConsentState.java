package kaigo.consent.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 包括同意の状態 on one day.
 *
 * @param since day of the act, or of the lapse; null if there was none
 * @param until last day in force, as far as it is known
 */
public record ConsentState(
        Standing standing,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    public enum Standing {
        /** 確認できない. */
        NONE,
        IN_FORCE,
        REFUSED,
        WITHDRAWN,
        /** 失効. */
        LAPSED
    }

    public boolean isInForce() {
        return standing == Standing.IN_FORCE;
    }
}
