package kaigo.access;

import kaigo.shared.InstitutionId;

/**
 * 本人確認の許し: for one try of one institution about one number. Lets a store compare and remember; what it reads never
 * reaches an answer but as yes or no.
 */
public final class CheckPermit extends Ending implements Permit {

    private final InstitutionId institution;
    private final PersonKey person;

    CheckPermit(InstitutionId institution, PersonKey person) {
        this.institution = institution;
        this.person = person;
    }

    /** Throws IllegalStateException once the try is over. */
    public InstitutionId institution() {
        requireOpen();
        return institution;
    }

    public PersonKey person() {
        requireOpen();
        return person;
    }
}
