package kaigo.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.mail.Mail;
import kaigo.mail.Mailer;
import kaigo.mail.OnceMailer;
import kaigo.screens.ScreenText;
import kaigo.shared.Days;
import kaigo.shared.JapaneseDates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * 証明書の期限のお知らせ: each administrator of an institution is told once at each step. At least once: after a kill between
 * mail and commit it comes twice, which harms nobody; one that never came would lock an office out
 * (docs/decisions/0022).
 */
@Component
public class CertificateWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWarnings.class);

    private final CertificateWarningStore store;
    private final OnceMailer mailer;
    private final AuditLog audit;
    private final InstantSource clock;

    CertificateWarnings(
            CertificateWarningStore store,
            Mailer mailer,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.mailer = new OnceMailer(mailer, transactions);
        this.audit = audit;
        this.clock = clock;
    }

    private record Due(CertificateWarning warning, int step) {}

    /** Whoever has not been told of the step that is reached today. What failed is due again at the next run. */
    public void run() {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        List<Due> due = store.list(now, until(now)).stream()
                .flatMap(one ->
                        CertificateEnds.step(today, one.lastDay()).stream().map(step -> new Due(one, step)))
                .filter(one -> !store.isTold(one.warning(), one.step()))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        audit.record(AuditEntry.of(
                UUID.randomUUID().toString(),
                AuditEvent.JOB_RAN,
                "job:certificate-warnings",
                Map.of("count", due.size())));
        long failed = due.stream().filter(one -> !tell(one, now, today)).count();
        if (failed > 0) {
            LOG.warn("{} of {} warnings of a certificate's end could not be sent", failed, due.size());
        }
    }

    /** What an operator sees of it. */
    public List<EndingCertificate> listEnding(int offset, int limit) {
        Instant now = clock.instant();
        return store.listEnding(now, until(now), offset, limit);
    }

    public int countEnding() {
        Instant now = clock.instant();
        return store.countEnding(now, until(now));
    }

    /** For programs without Spring. */
    public static List<EndingCertificate> listEnding(JdbcClient database, Instant now) {
        return new CertificateWarningStore(database).listEnding(now, until(now), 0, Integer.MAX_VALUE);
    }

    private boolean tell(Due due, Instant now, LocalDate today) {
        return mailer.send(mail(due.warning(), today), () -> store.take(due.warning(), due.step(), now));
    }

    /** Of the institution and its certificate, never of a person. */
    private static Mail mail(CertificateWarning warning, LocalDate today) {
        String days = String.valueOf(CertificateEnds.daysLeft(today, warning.lastDay()));
        return new Mail(
                warning.mail(),
                ScreenText.text("mail.certificate.subject", days),
                ScreenText.text(
                        "mail.certificate.text",
                        warning.institution().number(),
                        JapaneseDates.both(warning.lastDay()),
                        days));
    }

    private static Instant until(Instant now) {
        return now.plus(Duration.ofDays(CertificateEnds.STEPS.getFirst() + 1L));
    }
}
