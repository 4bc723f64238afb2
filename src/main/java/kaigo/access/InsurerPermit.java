package kaigo.access;

import kaigo.shared.InsurerNumber;

/** 保険者自身の閲覧: staff or system of one insurer over its own insured; one audit entry per query or act. */
public final class InsurerPermit extends Ending implements Permit {

    private final InsurerNumber insurer;

    InsurerPermit(InsurerNumber insurer) {
        this.insurer = insurer;
    }

    /** The insurer whose records may be touched. Throws IllegalStateException once the look is over. */
    public InsurerNumber insurer() {
        requireOpen();
        return insurer;
    }
}
