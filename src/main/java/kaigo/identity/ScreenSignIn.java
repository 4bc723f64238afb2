package kaigo.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.mail.Mail;
import kaigo.mail.MailNotSent;
import kaigo.mail.Mailer;
import kaigo.participants.Institutions;
import kaigo.screens.InstitutionUser;
import kaigo.screens.ScreenText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 画面のサインイン of institutions (settled 23, 24): beside the client certificate a password, then a code by mail. Whatever
 * is wrong with the name or the password, the answer is the same.
 */
@Component
public class ScreenSignIn {

    /** How long a code is good [P]. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(ScreenSignIn.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    private final InstitutionAccounts accounts;
    private final Institutions institutions;
    private final Mailer mailer;
    private final InstantSource clock;

    ScreenSignIn(InstitutionAccounts accounts, Institutions institutions, Mailer mailer, InstantSource clock) {
        this.accounts = accounts;
        this.institutions = institutions;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** What became of the first step. */
    public sealed interface First {
        record CodeSent(PendingSignIn pending) implements First {}

        enum Not implements First {
            REFUSED,
            /** The password was right, but the account has no address. */
            NO_ADDRESS,
            MAIL_NOT_SENT
        }
    }

    /** What became of the second step. */
    public sealed interface Second {
        record SignedIn(InstitutionUser user) implements Second {}

        enum Not implements Second {
            WRONG,
            /** It has to begin anew. */
            OVER
        }
    }

    public First first(Client client, String login, String password) {
        Optional<InstitutionAccount> found =
                accounts.checkPassword(client.institution(), login, password, client.requestId());
        if (found.isEmpty()) {
            return First.Not.REFUSED;
        }
        InstitutionAccount account = found.get();
        accounts.codeSent(account, client.requestId());
        if (account.mail() == null) {
            return First.Not.NO_ADDRESS;
        }
        String code = String.format("%06d", RANDOM.nextInt(CODES));
        try {
            mailer.send(new Mail(
                    account.mail(), ScreenText.text("mail.code.subject"), ScreenText.text("mail.code.text", code)));
        } catch (MailNotSent e) {
            LOG.error("a one-time code could not be sent: {}", e.getMessage());
            return First.Not.MAIL_NOT_SENT;
        }
        return new First.CodeSent(
                new PendingSignIn(account, code, clock.instant().plus(LIFE)));
    }

    /** @param pending of the same browser session */
    public Second second(Client client, PendingSignIn pending, String code) {
        Instant now = clock.instant();
        Optional<InstitutionAccount> found = accounts.find(client.institution(), pending.login(), pending.credential())
                .filter(account -> account.institution().equals(pending.institution()));
        if (found.isEmpty()) {
            return Second.Not.OVER;
        }
        return switch (pending.tried(code, now)) {
            case RIGHT -> {
                accounts.signedIn(found.get(), client.requestId(), "code");
                yield new Second.SignedIn(user(client, found.get()));
            }
            case WRONG -> {
                accounts.wrongSecondStep(found.get(), client.requestId(), "wrong code");
                yield Second.Not.WRONG;
            }
            case OVER -> {
                accounts.wrongSecondStep(found.get(), client.requestId(), "code over");
                yield Second.Not.OVER;
            }
        };
    }

    /** Whether somebody may go on: the account as it was, the certificate the same. */
    public boolean goesOn(Client client, InstitutionUser user) {
        return client.institution().equals(user.institution())
                && client.fingerprint().equals(user.fingerprint())
                && accounts.find(user.institution(), user.login(), user.credential())
                        .isPresent();
    }

    public void signOut(String actor, String requestId) {
        accounts.signedOut(actor, requestId);
    }

    InstitutionUser user(Client client, InstitutionAccount account) {
        return new InstitutionUser(
                account.institution(),
                institutions
                        .findName(account.institution())
                        .orElse(account.institution().number()),
                account.login(),
                account.displayName(),
                client.fingerprint(),
                account.credential());
    }
}
