package kaigo.access;

import kaigo.shared.InstitutionId;

/**
 * 意見書を書く許し: an institution that writes opinions, for its own letters and no others. Of the persons it tells nothing but what
 * the institution wrote itself.
 */
public final class LetterPermit extends Ending implements Permit {

    private final InstitutionId issuer;

    LetterPermit(InstitutionId issuer) {
        this.issuer = issuer;
    }

    /** Throws IllegalStateException once the act is over. */
    public InstitutionId issuer() {
        requireOpen();
        return issuer;
    }
}
