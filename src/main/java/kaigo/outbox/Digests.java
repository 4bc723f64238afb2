package kaigo.outbox;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kaigo.access.Gate;
import kaigo.access.Purpose;
import kaigo.mail.Mail;
import kaigo.mail.Mailer;
import kaigo.mail.OnceMailer;
import kaigo.outbox.DigestStore.Due;
import kaigo.screens.ScreenText;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import kaigo.shared.JapaneseDates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * 送付箱のお知らせ: a municipality that wants it is told by mail that something waits, once a day as long as it does. How many and
 * since when, never of whom.
 */
@Component
public class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

    private final Gate gate;
    private final DigestStore store;
    private final OnceMailer mailer;
    private final InstantSource clock;

    Digests(Gate gate, DigestStore store, Mailer mailer, PlatformTransactionManager transactions, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.mailer = new OnceMailer(mailer, transactions);
        this.clock = clock;
    }

    /** @param address empty: not any more */
    public void set(InsurerViewer viewer, String address) {
        gate.act(viewer, Purpose.SET_RECEPTION, List.of(), permit -> {
            if (address.isEmpty()) {
                store.remove(permit);
            } else {
                store.put(permit, address, clock.instant(), viewer.actor());
            }
            return address;
        });
    }

    /** Tells whoever is to be told today. What failed is due again at the next run. */
    public void run() {
        LocalDate today = Days.of(clock.instant());
        gate.job("outbox-digest", UUID.randomUUID().toString(), permit -> {
            List<Due> due = store.list(permit, today);
            long told = due.stream()
                    .filter(one -> mailer.send(mail(one), () -> store.take(permit, one, today)))
                    .count();
            permit.worked(told);
            if (told < due.size()) {
                LOG.warn("{} of {} notices of a 送付箱 could not be sent", due.size() - told, due.size());
            }
        });
    }

    private static Mail mail(Due due) {
        String count = String.valueOf(due.waiting());
        return new Mail(
                due.address(),
                ScreenText.text("mail.outbox.subject", count),
                ScreenText.text(
                        "mail.outbox.text",
                        due.name(),
                        due.insurer(),
                        count,
                        JapaneseDates.both(Days.of(due.oldest()))));
    }
}
