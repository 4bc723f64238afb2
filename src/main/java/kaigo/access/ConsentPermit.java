package kaigo.access;

import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;

/**
 * 同意を聴く許し: one care manager of one office, for what one person has just said. Lets the ledger be added to; it reads
 * nothing that reaches an answer.
 */
public final class ConsentPermit extends Ending implements Permit {

    private final InstitutionId office;
    private final CareManagerNumber recorder;
    private final PersonKey person;

    ConsentPermit(InstitutionId office, CareManagerNumber recorder, PersonKey person) {
        this.office = office;
        this.recorder = recorder;
        this.person = person;
    }

    /** Throws IllegalStateException once the act is over. */
    public InstitutionId office() {
        requireOpen();
        return office;
    }

    public CareManagerNumber recorder() {
        requireOpen();
        return recorder;
    }

    public PersonKey person() {
        requireOpen();
        return person;
    }
}
