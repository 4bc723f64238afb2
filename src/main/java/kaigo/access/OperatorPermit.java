package kaigo.access;

/** 運用者の許し: the whole audit stream, of which a reader shows nobody's number. */
public final class OperatorPermit extends Ending implements Permit {

    OperatorPermit() {}

    /** Throws IllegalStateException once the look is over. */
    public void check() {
        requireOpen();
    }
}
