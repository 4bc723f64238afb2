package kaigo.access;

/**
 * 説明の許し: for one explanation to an operator of one decision. Lets a store say from which rows the facts come: numbers,
 * days and codes, no record of anybody.
 */
public final class ExplainPermit extends Ending implements Permit {

    private final PersonKey person;

    ExplainPermit(PersonKey person) {
        this.person = person;
    }

    /** Throws IllegalStateException once the explanation is made. */
    PersonKey person() {
        requireOpen();
        return person;
    }
}
