package kaigo.filing.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 届出, and what became of it.
 *
 * @param endsOn the day from which it does not hold any more, or null
 */
public record Filing(
        Submission made, FilingState state, @Nullable LocalDate endsOn) {

    /** Nothing has taken its place or ended it, and it was not returned. */
    public boolean isActive() {
        return switch (state) {
            case SENT, RECEIVED, ACCEPTED -> !made.ends();
            case RETURNED, CORRECTED, SUPERSEDED, ABOLISHED -> false;
        };
    }
}
