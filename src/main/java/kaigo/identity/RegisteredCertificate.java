package kaigo.identity;

import java.time.Instant;

/**
 * 登録したクライアント証明書 of one holder (proposed, ours).
 *
 * @param fingerprint SHA-256, 64 hexadecimal digits
 */
public record RegisteredCertificate(String fingerprint, Instant notAfter, boolean revoked) {

    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    public State state(Instant now) {
        if (revoked) {
            return State.REVOKED;
        }
        return now.isAfter(notAfter) ? State.EXPIRED : State.VALID;
    }
}
