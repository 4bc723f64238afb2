package kaigo.committee;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.committee.MeetingNoticeStore.Due;
import kaigo.identity.Accounts;
import kaigo.identity.SiteAddress;
import kaigo.identity.StaffAccount;
import kaigo.mail.Mail;
import kaigo.mail.Mailer;
import kaigo.mail.OnceMailer;
import kaigo.screens.ScreenText;
import kaigo.shared.AccountRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * 委員へのお知らせ: that papers of a meeting can be read, have changed, or were called back; once each, with the meeting's link and
 * nothing of what is in them.
 */
@Component
class MeetingNotices {

    private static final Logger LOG = LoggerFactory.getLogger(MeetingNotices.class);

    private final Gate gate;
    private final MeetingNoticeStore store;
    private final Accounts accounts;
    private final SiteAddress site;
    private final OnceMailer mailer;
    private final InstantSource clock;

    MeetingNotices(
            Gate gate,
            MeetingNoticeStore store,
            Accounts accounts,
            SiteAddress site,
            Mailer mailer,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.accounts = accounts;
        this.site = site;
        this.mailer = new OnceMailer(mailer, transactions);
        this.clock = clock;
    }

    /** Whoever is to be told now. What failed is due again at the next run; whoever has no account yet, once there is one. */
    boolean run() {
        gate.job("committee-mail", UUID.randomUUID().toString(), permit -> {
            List<Due> due = store.list(permit, clock.instant());
            long failed = due.stream().filter(one -> !tell(permit, one)).count();
            if (failed > 0) {
                LOG.warn("{} of {} notices to members of a committee could not be sent", failed, due.size());
            }
        });
        return false;
    }

    private boolean tell(JobPermit permit, Due due) {
        Optional<StaffAccount> account = accounts.find(due.of().insurer(), due.login())
                .filter(one -> one.role() == AccountRole.MEMBER && one.active());
        if (account.isEmpty() || account.get().mail() == null) {
            return true;
        }
        boolean sent = mailer.send(
                mail(due, Objects.requireNonNull(account.get().mail())),
                () -> store.take(permit, due, clock.instant()));
        if (sent) {
            permit.worked(1);
        }
        return sent;
    }

    private Mail mail(Due due, String address) {
        String link = site.linkOrigin() + "/committee/" + due.of().meeting();
        return new Mail(
                address,
                ScreenText.text("mail.committee." + due.kind() + ".subject"),
                ScreenText.text("mail.committee." + due.kind() + ".text", link));
    }
}
