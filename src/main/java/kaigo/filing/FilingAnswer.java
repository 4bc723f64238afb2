package kaigo.filing;

import kaigo.access.OfficeBar;
import kaigo.shared.Messages;

/**
 * 届出の答え: whether a filing was sent, or why not, in the order in which it is asked (rulings 36, 41). Texts of the refusals:
 * {@code filing.NAME} in messages_ja.properties.
 */
public enum FilingAnswer {
    SENT,
    /** This very form was sent before: it stays one filing. */
    SENT_BEFORE,
    NOT_IN_ORDER,
    MUNICIPALITY_NOT_STARTED,
    SERVICE_NOT_ALLOWED,
    NOT_VERIFIED,
    VIEWING_EXPIRED,
    NO_LONGER_INSURED,
    /** The municipality does not take filings by this way yet. */
    NOT_TAKEN,
    /** Another office is named, and this one is not its 委託先. */
    NOT_OWN_OFFICE,
    /** A 委託先 where there is none, or the office itself. */
    DELEGATION_NOT_ALLOWED,
    /** None of the office's services files this kind. */
    KIND_NOT_SERVED,
    /** Of another kind than the level on the card, and no application is under way. */
    KIND_DOES_NOT_FIT,
    /** Nothing of the kind is active. */
    NOTHING_TO_END,
    /** The active one is another office's. */
    NOT_YOURS;

    static FilingAnswer of(OfficeBar bar) {
        return valueOf(bar.name());
    }

    public String sentence() {
        return Messages.of("filing." + name());
    }

    public String nextStep() {
        return Messages.of("filing." + name() + ".next");
    }
}
