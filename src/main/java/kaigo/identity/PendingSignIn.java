package kaigo.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import kaigo.shared.InstitutionId;

/**
 * 途中のサインイン: certificate and password were right, the one-time code is awaited. Lives in the session of the browser
 * that asked; however many tries come at once, they are counted one by one.
 */
public final class PendingSignIn {

    /** Tries for one code [P]. */
    static final int TRIES = 3;

    private final InstitutionId institution;
    private final String login;
    private final String credential;
    private final byte[] code;
    private final Instant until;
    private int tries;

    PendingSignIn(InstitutionAccount account, String code, Instant until) {
        this.institution = account.institution();
        this.login = account.login();
        this.credential = account.credential();
        this.code = code.getBytes(StandardCharsets.UTF_8);
        this.until = until;
    }

    InstitutionId institution() {
        return institution;
    }

    String login() {
        return login;
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
