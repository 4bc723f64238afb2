package kaigo.mail;

import java.util.function.BooleanSupplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 一度だけの送り手: a mail and the note that it was sent are one transaction, the note first. At least once: after a kill between mail
 * and commit it comes twice, which harms nobody; one that never came would.
 */
public final class OnceMailer {

    private final Mailer mailer;
    private final TransactionTemplate transaction;

    public OnceMailer(Mailer mailer, PlatformTransactionManager transactions) {
        this.mailer = mailer;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param take notes it, and answers whether it was still to be sent; of two who want it the later one waits
     * @return false if no server took it: it is due again, for the note is gone
     */
    public boolean send(Mail mail, BooleanSupplier take) {
        try {
            transaction.executeWithoutResult(status -> {
                if (take.getAsBoolean()) {
                    mailer.send(mail);
                }
            });
            return true;
        } catch (MailNotSent e) {
            return false;
        }
    }
}
