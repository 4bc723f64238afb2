package kaigo.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * クライアント証明書 of the insurers' systems (方式①; proposed, ours). A certificate counts because its fingerprint is
 * registered for one insurer, not because of what it says. State is read from the table at every request (settled 19).
 */
@Component
public class ClientCertificates {

    private final JdbcClient database;
    private final InstantSource clock;

    ClientCertificates(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Registers the certificate for the insurer. Registering it again changes nothing; a revoked one stays revoked. */
    public void register(InsurerNumber insurer, X509Certificate certificate, boolean demo) {
        database.sql("""
                insert into identity.client_certificate (insurer_number, fingerprint, subject, not_after, demo)
                values (?, ?, ?, ?, ?)
                on conflict (insurer_number, fingerprint) do nothing""")
                .params(
                        insurer.value(),
                        fingerprint(certificate),
                        certificate.getSubjectX500Principal().getName(),
                        utc(certificate.getNotAfter().toInstant()),
                        demo)
                .update();
    }

    /**
     * 失効. Holds from the next request on.
     *
     * @return false if no such certificate is registered, or it is revoked already
     */
    public boolean revoke(String fingerprint) {
        return database.sql(
                                "update identity.client_certificate set revoked_at = ? where fingerprint = ? and revoked_at is null")
                        .params(utc(clock.instant()), fingerprint)
                        .update()
                > 0;
    }

    /** Whose certificate this is, or why it is refused. The issuer's signature was checked at the handshake. */
    public CertificateCheck check(X509Certificate certificate) {
        String fingerprint = fingerprint(certificate);
        return database.sql(
                        "select insurer_number, revoked_at from identity.client_certificate where fingerprint = ?")
                .param(fingerprint)
                .query((row, number) -> judge(
                        new InsurerNumber(row.getString("insurer_number")),
                        fingerprint,
                        row.getObject("revoked_at", OffsetDateTime.class),
                        certificate.getNotAfter().toInstant()))
                .optional()
                .orElse(CertificateCheck.Refused.UNKNOWN);
    }

    /** SHA-256 over the certificate, 64 hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every JDK has SHA-256, every certificate an encoding", e);
        }
    }

    private CertificateCheck judge(
            InsurerNumber insurer, String fingerprint, @Nullable OffsetDateTime revokedAt, Instant notAfter) {
        if (revokedAt != null) {
            return CertificateCheck.Refused.REVOKED;
        }
        if (clock.instant().isAfter(notAfter)) {
            return CertificateCheck.Refused.EXPIRED;
        }
        return new CertificateCheck.Accepted(insurer, fingerprint);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
