package kaigo.access;

import kaigo.shared.InstitutionId;

/** 自らの行いの許し: what an office or a clinic itself has done, for its administrator. */
public final class OwnDoingsPermit extends Ending implements Permit {

    private final InstitutionId institution;

    OwnDoingsPermit(InstitutionId institution) {
        this.institution = institution;
    }

    /** Throws IllegalStateException once the look is over. */
    public InstitutionId institution() {
        requireOpen();
        return institution;
    }
}
