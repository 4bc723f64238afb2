package kaigo.demo;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import kaigo.mail.Mail;
import kaigo.mail.Mailer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 見本の郵便受け: keeps what would have been sent, the newest first. */
@Component
@Profile("demo")
class DemoMailbox implements Mailer {

    private static final int KEPT = 20;

    private final Deque<SentMail> mails = new ArrayDeque<>();
    private final Clock clock;

    DemoMailbox(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void send(Mail mail) {
        mails.addFirst(new SentMail(clock.instant(), mail));
        if (mails.size() > KEPT) {
            mails.removeLast();
        }
    }

    synchronized List<SentMail> list() {
        return List.copyOf(mails);
    }
}
