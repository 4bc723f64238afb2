package kaigo.participants;

import java.time.LocalDate;
import java.util.UUID;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * 利用開始を待つ控え (proposed, ours): what an institution waits for.
 *
 * @param reference the institution's own, e.g. its number of somebody; not a name
 * @param startsOn 利用開始日, if it is settled
 */
public record StartNote(
        UUID id,
        InsurerNumber insurer,
        String reference,
        @Nullable LocalDate startsOn) {

    /** The day has come. */
    public boolean isAwake(LocalDate today) {
        return startsOn != null && !startsOn.isAfter(today);
    }

    @Override
    public String toString() {
        return "StartNote[" + id + "]";
    }
}
