package kaigo.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kaigo.certificates.CertificateNames;
import kaigo.certificates.Strength;
import kaigo.shared.CertificateHolder;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * クライアント証明書 of insurers' systems (方式①), offices and clinics (proposed, ours). A certificate names its holder, and
 * counts because its fingerprint is registered for that holder. State is read from the table at every request (settled 19).
 */
@Component
public class ClientCertificates {

    private final JdbcClient database;
    private final InstantSource clock;

    public ClientCertificates(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Registers the certificate for the holder whom it names, who is answered. Registering it again changes nothing; a
     * revoked one stays revoked. Throws IllegalArgumentException if it names none, or is too weak.
     */
    public CertificateHolder register(X509Certificate certificate, boolean demo) {
        CertificateHolder holder = CertificateNames.findHolder(certificate)
                .orElseThrow(() -> new IllegalArgumentException("the certificate names no holder"));
        Strength.findWeakness(certificate).ifPresent(weak -> {
            throw new IllegalArgumentException("the certificate is too weak: " + weak);
        });
        database.sql("""
                insert into identity.client_certificate (holder, fingerprint, subject, not_after, demo)
                values (?, ?, ?, ?, ?)
                on conflict (holder, fingerprint) do nothing""")
                .params(
                        holder.holder(),
                        fingerprint(certificate),
                        certificate.getSubjectX500Principal().getName(),
                        utc(certificate.getNotAfter().toInstant()),
                        demo)
                .update();
        return holder;
    }

    /**
     * 失効. Holds from the next request on.
     *
     * @return false if no such certificate is registered, or it is revoked already
     */
    public boolean revoke(CertificateHolder holder, String fingerprint) {
        return database.sql("""
                update identity.client_certificate set revoked_at = ?
                where holder = ? and fingerprint = ? and revoked_at is null""")
                        .params(utc(clock.instant()), holder.holder(), fingerprint)
                        .update()
                > 0;
    }

    public List<RegisteredCertificate> list(CertificateHolder holder) {
        return database.sql("""
                select fingerprint, not_after, revoked_at from identity.client_certificate
                where holder = ? order by not_after, fingerprint""")
                .param(holder.holder())
                .query((row, number) -> new RegisteredCertificate(
                        row.getString("fingerprint"),
                        row.getObject("not_after", OffsetDateTime.class).toInstant(),
                        row.getObject("revoked_at", OffsetDateTime.class) != null))
                .list();
    }

    /** Whoever has one, in the order of their kinds and numbers. */
    public List<CertificateHolder> listHolders() {
        return database
                .sql("select distinct holder from identity.client_certificate order by holder")
                .query(String.class)
                .list()
                .stream()
                .map(CertificateHolder::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whose certificate this is, or why it is refused. The issuer's signature was checked at the handshake. */
    public CertificateCheck check(X509Certificate certificate) {
        return CertificateNames.findHolder(certificate)
                .flatMap(holder -> check(holder, certificate))
                .orElse(CertificateCheck.Refused.UNKNOWN);
    }

    /** Of one that was not shown at a handshake, but named by somebody who is trusted: the demo's chooser. */
    public CertificateCheck check(CertificateHolder holder, String fingerprint) {
        return database.sql("""
                select revoked_at, not_after from identity.client_certificate where holder = ? and fingerprint = ?""")
                .params(holder.holder(), fingerprint)
                .query((row, number) -> judge(
                        new CertificateCheck.Accepted(holder, fingerprint),
                        row.getObject("revoked_at", OffsetDateTime.class),
                        row.getObject("not_after", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(CertificateCheck.Refused.UNKNOWN);
    }

    /** The last day of a registered one. */
    public Optional<LocalDate> findLastDay(CertificateHolder holder, String fingerprint) {
        return database.sql("select not_after from identity.client_certificate where holder = ? and fingerprint = ?")
                .params(holder.holder(), fingerprint)
                .query((row, number) ->
                        Days.of(row.getObject("not_after", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private Optional<CertificateCheck> check(CertificateHolder holder, X509Certificate certificate) {
        String fingerprint = fingerprint(certificate);
        return database.sql("select revoked_at from identity.client_certificate where holder = ? and fingerprint = ?")
                .params(holder.holder(), fingerprint)
                .query((row, number) -> judge(
                        new CertificateCheck.Accepted(holder, fingerprint),
                        row.getObject("revoked_at", OffsetDateTime.class),
                        certificate.getNotAfter().toInstant()))
                .optional();
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
            CertificateCheck.Accepted client, @Nullable OffsetDateTime revokedAt, Instant notAfter) {
        if (revokedAt != null) {
            return CertificateCheck.Refused.REVOKED;
        }
        return clock.instant().isAfter(notAfter) ? CertificateCheck.Refused.EXPIRED : client;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
