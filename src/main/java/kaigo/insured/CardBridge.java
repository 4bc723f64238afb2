package kaigo.insured;

import java.util.regex.Pattern;

/**
 * 橋渡し: where a page's script asks the card reader of its own PC (docs/card-reader.md; proposed, ours). There is one only where
 * cards are read at all.
 *
 * @param origin scheme, host and port, as it stands in the pages' Content-Security-Policy
 */
public record CardBridge(String origin) {

    /** No other machine, and nothing that would be another directive of the policy. */
    private static final Pattern OF_THIS_MACHINE = Pattern.compile("http://(127\\.0\\.0\\.1|localhost):[0-9]{1,5}");

    /** Throws IllegalArgumentException if it is no plain port of one's own machine. */
    public CardBridge {
        if (!OF_THIS_MACHINE.matcher(origin).matches()) {
            throw new IllegalArgumentException("not http://127.0.0.1:port");
        }
    }
}
