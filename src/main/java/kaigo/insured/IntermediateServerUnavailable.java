package kaigo.insured;

/** No answer in time, or none that can be read. Carries nothing of the question. */
public final class IntermediateServerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IntermediateServerUnavailable(String why) {
        super(why, null, false, false);
    }
}
