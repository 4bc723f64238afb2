package kaigo.insured;

/** There is no answer in time. Holds neither ticket nor person. */
public final class CardLookupUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CardLookupUnavailable(String why) {
        super(why);
    }
}
