package kaigo.accesslog;

import java.time.Instant;
import java.time.LocalDate;
import kaigo.shared.InsuredNumber;
import org.jspecify.annotations.Nullable;

/**
 * 調査の印 (proposed, ours): from a day on, the looks of the insurer's own staff at this person are kept from the person, until
 * the mark ends.
 *
 * @param number of the person's marks, from 1
 * @param reference by which the insurer knows the matter; never shown to the person
 */
public record InquiryMark(
        int number,
        LocalDate coversFrom,
        LocalDate endsOn,
        String reference,
        Instant openedAt,
        String openedBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /** A mark that somebody wants to set. */
    public record Wanted(InsuredNumber person, LocalDate coversFrom, LocalDate endsOn, String reference) {}

    public boolean isInForce(LocalDate today) {
        return endedAt == null && !today.isAfter(endsOn);
    }
}
