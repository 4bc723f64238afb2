package kaigo.identity;

import kaigo.shared.CertificateHolder;

/** クライアント証明書の確認結果: whose it is, or why it is refused. */
public sealed interface CertificateCheck {

    /** @param fingerprint SHA-256, 64 hexadecimal digits */
    record Accepted(CertificateHolder holder, String fingerprint) implements CertificateCheck {}

    enum Refused implements CertificateCheck {
        /** 失効. */
        REVOKED,
        /** 期限切れ. */
        EXPIRED,
        /** Signed by an issuer of ours, but registered for nobody. */
        UNKNOWN
    }
}
