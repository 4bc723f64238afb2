package kaigo.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.OneTimeCodes.Told;
import kaigo.mail.MailNotSent;
import kaigo.participants.Institutions;
import kaigo.screens.InstitutionUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 画面のサインイン of institutions (settled 23, 24): beside the client certificate a password, then a code by mail. Whatever
 * is wrong with the name or the password, the answer is the same.
 */
@Component
public class ScreenSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenSignIn.class);

    private final InstitutionAccounts accounts;
    private final Institutions institutions;
    private final OneTimeCodes codes;
    private final ScreenSessionStore sessions;
    private final InstantSource clock;

    ScreenSignIn(
            InstitutionAccounts accounts,
            Institutions institutions,
            OneTimeCodes codes,
            ScreenSessionStore sessions,
            InstantSource clock) {
        this.accounts = accounts;
        this.institutions = institutions;
        this.codes = codes;
        this.sessions = sessions;
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
        record SignedIn(kaigo.screens.SignedIn user) implements Second {}

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
        try {
            return new First.CodeSent(
                    codes.send(account.mail(), account.actor(), account.credential(), Told.by(account)));
        } catch (MailNotSent e) {
            LOG.error("a one-time code could not be sent: {}", e.getMessage());
            return First.Not.MAIL_NOT_SENT;
        }
    }

    /** @param pending of the same browser session */
    public Second second(Client client, PendingSignIn pending, String code) {
        Instant now = clock.instant();
        Optional<InstitutionAccount> found = accounts.find(client, pending.owner())
                .filter(account -> account.credential().equals(pending.credential()));
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

    /** Whether somebody may go on, asked at every request. */
    public enum Standing {
        GOES_ON,
        /** A 仮パスワード has to be changed before anything else. */
        PASSWORD_FIRST,
        OVER
    }

    /** The account has to be as it was, the certificate the same, and the sign-in not ended from elsewhere. */
    public Standing standing(Client client, InstitutionUser user) {
        if (!client.institution().equals(user.institution())
                || !client.fingerprint().equals(user.fingerprint())) {
            return Standing.OVER;
        }
        return accounts.find(user)
                .filter(account -> account.role().part() == user.part())
                .map(account -> account.isPasswordInitial() ? Standing.PASSWORD_FIRST : Standing.GOES_ON)
                .orElse(Standing.OVER);
    }

    /** A sign-in by screen begins. */
    InstitutionUser user(Client client, InstitutionAccount account) {
        return new InstitutionUser(
                account.role().part(),
                account.institution(),
                institutions
                        .findName(account.institution())
                        .orElse(account.institution().number()),
                account.login(),
                account.displayName(),
                client.fingerprint(),
                account.credential(),
                sessions.begin(account, clock.instant()));
    }
}
