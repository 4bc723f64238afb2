package kaigo.viewing;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.access.Gate;
import kaigo.access.OwnListQuery.Only;
import kaigo.mail.Mail;
import kaigo.mail.Mailer;
import kaigo.mail.OnceMailer;
import kaigo.screens.ScreenText;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.NoticeStore.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * メールのお知らせ: whoever of an institution wants it is told by mail, once a day, how many of its users have something new, and
 * how many 意見書 came back; never of whom.
 */
@Component
public class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Gate gate;
    private final NoticeStore store;
    private final OnceMailer mailer;
    private final InstantSource clock;

    Notices(Gate gate, NoticeStore store, Mailer mailer, PlatformTransactionManager transactions, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.mailer = new OnceMailer(mailer, transactions);
        this.clock = clock;
    }

    public boolean isWanted(InstitutionViewer viewer) {
        return store.isWanted(viewer);
    }

    public void set(InstitutionViewer viewer, boolean wanted) {
        store.set(viewer, wanted, clock.instant());
    }

    /** Tells whoever is to be told today. What failed is due again at the next run. */
    public void run() {
        LocalDate today = Days.of(clock.instant());
        gate.job("list-notices", UUID.randomUUID().toString(), permit -> {
            List<Due> due = store.list(permit, today);
            long told = due.stream()
                    .filter(one -> mailer.send(mail(one), () -> store.take(permit, one, today)))
                    .count();
            permit.worked(told);
            if (told < due.size()) {
                LOG.warn("{} of {} notices of a 利用者一覧 could not be sent", due.size() - told, due.size());
            }
        });
    }

    private static Mail mail(Due due) {
        String lists = Stream.of(
                        line(Only.CARDS_CHANGED, due.cards()),
                        line(Only.PROGRESS_CHANGED, due.progress()),
                        line(Only.FILING_CHANGED, due.filings()),
                        letters(due.letters()))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
        return new Mail(
                due.mail(),
                ScreenText.text("mail.list.subject"),
                ScreenText.text("mail.list.text", due.office().number(), lists));
    }

    private static List<String> letters(int count) {
        return count == 0 ? List.of() : List.of(ScreenText.text("mail.list.letters", String.valueOf(count)));
    }

    private static List<String> line(Only list, int count) {
        return count == 0
                ? List.of()
                : List.of(ScreenText.text(
                        "mail.list.line", ScreenText.text("users.only." + list), String.valueOf(count)));
    }
}
