package kaigo.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * 途中のサインイン: what comes before the code was right, the one-time code is awaited. Lives in the session of the browser
 * that asked; however many tries come at once, they are counted one by one.
 */
public final class PendingSignIn {

    /** Tries for one code [P]. */
    static final int TRIES = 3;

    private final String owner;
    private final String credential;
    private final byte[] code;
    private final Instant until;
    private int tries;

    PendingSignIn(String owner, String credential, String code, Instant until) {
        this.owner = owner;
        this.credential = credential;
        this.code = code.getBytes(StandardCharsets.UTF_8);
        this.until = until;
    }

    /** Whose sign-in it is, as in the audit entries. */
    String owner() {
        return owner;
    }

    String credential() {
        return credential;
    }

    enum Try {
        RIGHT,
        WRONG,
        /** Too late, too often, or used already. */
        OVER
    }

    /** A code is good once. */
    synchronized Try tried(String typed, Instant now) {
        if (tries >= TRIES || now.isAfter(until)) {
            return Try.OVER;
        }
        if (MessageDigest.isEqual(code, typed.getBytes(StandardCharsets.UTF_8))) {
            tries = TRIES;
            return Try.RIGHT;
        }
        tries++;
        return tries < TRIES ? Try.WRONG : Try.OVER;
    }

    @Override
    public String toString() {
        return "PendingSignIn[…]";
    }
}
