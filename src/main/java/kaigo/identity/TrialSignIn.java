package kaigo.identity;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.OneTimeCodes.Told;
import kaigo.mail.MailNotSent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * サインインの試し: the same steps as {@link ScreenSignIn}, but nobody is in after them; instead one is told where one is
 * stuck. It must help nobody who guesses: a wrong password counts and locks as at the sign-in, and so does a wrong code.
 */
@Component
public class TrialSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(TrialSignIn.class);

    private final InstitutionAccounts accounts;
    private final OneTimeCodes codes;
    private final AuditLog audit;
    private final InstantSource clock;

    TrialSignIn(InstitutionAccounts accounts, OneTimeCodes codes, AuditLog audit, InstantSource clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of name and password. */
    public sealed interface First {
        enum Refused implements First {
            REFUSED
        }

        /** @param mail what became of the mail with the code */
        record Recognised(InstitutionAccount account, MailTried mail) implements First {}
    }

    public sealed interface MailTried {
        record Sent(PendingSignIn pending) implements MailTried {}

        enum Not implements MailTried {
            NO_ADDRESS,
            NOT_SENT,
            /** The account can't be used: nothing was sent. */
            NOT_TRIED
        }
    }

    public First first(Client client, String login, String password) {
        Optional<InstitutionAccount> found =
                accounts.recognise(client.institution(), login, password, client.requestId());
        if (found.isEmpty()) {
            return First.Refused.REFUSED;
        }
        InstitutionAccount account = found.get();
        record(account, client, "PASSWORD");
        return new First.Recognised(account, mail(account));
    }

    private MailTried mail(InstitutionAccount account) {
        if (!account.isUsable(clock.instant())) {
            return MailTried.Not.NOT_TRIED;
        }
        if (account.mail() == null) {
            return MailTried.Not.NO_ADDRESS;
        }
        try {
            return new MailTried.Sent(
                    codes.send(account.mail(), account.actor(), account.credential(), Told.by(account)));
        } catch (MailNotSent e) {
            LOG.error("a code to try out could not be sent: {}", e.getMessage());
            return MailTried.Not.NOT_SENT;
        }
    }

    /** What became of the code. */
    public enum Second {
        RIGHT,
        WRONG,
        /** Another one has to be sent. */
        OVER
    }

    public Second second(Client client, PendingSignIn pending, String code) {
        Optional<InstitutionAccount> found = accounts.find(client, pending.owner())
                .filter(account -> account.credential().equals(pending.credential()));
        if (found.isEmpty()) {
            accounts.refused(client, "code at the check");
            return Second.OVER;
        }
        InstitutionAccount account = found.get();
        return switch (pending.tried(code, clock.instant())) {
            case RIGHT -> {
                record(account, client, "SECOND_STEP");
                yield Second.RIGHT;
            }
            case WRONG -> {
                accounts.wrongSecondStep(account, client.requestId(), "wrong code at the check");
                yield Second.WRONG;
            }
            case OVER -> {
                accounts.wrongSecondStep(account, client.requestId(), "code over at the check");
                yield Second.OVER;
            }
        };
    }

    private void record(InstitutionAccount account, Client client, String step) {
        audit.record(
                AuditEntry.of(client.requestId(), AuditEvent.WAY_IN_CHECKED, account.actor(), Map.of("step", step)));
    }
}
