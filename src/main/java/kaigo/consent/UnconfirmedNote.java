package kaigo.consent;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * 同意を確認できない: what an office noted when no consent could be had (rulings 23). It says nothing of the 包括同意.
 *
 * @param login of who noted it there
 */
public record UnconfirmedNote(Instant at, String officeNumber, String login, String reason) {

    /** @param notedBy the actor of the audit, which ends in the login */
    static UnconfirmedNote of(OffsetDateTime at, String officeNumber, String notedBy, String reason) {
        return new UnconfirmedNote(
                at.toInstant(), officeNumber, notedBy.substring(notedBy.lastIndexOf('/') + 1), reason);
    }

    @Override
    public String toString() {
        return "UnconfirmedNote[…]";
    }
}
