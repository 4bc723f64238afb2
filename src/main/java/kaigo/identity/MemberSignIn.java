package kaigo.identity;

import java.time.InstantSource;
import java.util.Optional;
import kaigo.identity.OneTimeCodes.Told;
import kaigo.identity.ScreenSignIn.Second;
import kaigo.mail.MailNotSent;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.screens.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** 委員のサインイン: without a certificate, so a code by mail follows the password (rulings 42). */
@Component
public class MemberSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(MemberSignIn.class);

    private final Accounts accounts;
    private final Insurers insurers;
    private final OneTimeCodes codes;
    private final InstantSource clock;

    MemberSignIn(Accounts accounts, Insurers insurers, OneTimeCodes codes, InstantSource clock) {
        this.accounts = accounts;
        this.insurers = insurers;
        this.codes = codes;
        this.clock = clock;
    }

    /** After the right password. None if no mail could be sent. */
    public Optional<PendingSignIn> send(StaffAccount account) {
        String address = account.mail();
        if (address == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(codes.send(address, Accounts.actor(account), account.credential(), Told.INSURER));
        } catch (MailNotSent e) {
            LOG.error("a one-time code could not be sent: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** @param pending of the same browser session */
    public Second second(PendingSignIn pending, String code, String requestId) {
        Optional<StaffAccount> found = accounts.findMember(pending.owner(), pending.credential());
        if (found.isEmpty()) {
            return Second.Not.OVER;
        }
        StaffAccount account = found.get();
        return switch (pending.tried(code, clock.instant())) {
            case RIGHT -> {
                accounts.signedIn(account, requestId);
                yield new Second.SignedIn(staff(account));
            }
            case WRONG -> {
                accounts.wrongCode(account, requestId);
                yield Second.Not.WRONG;
            }
            case OVER -> {
                accounts.wrongCode(account, requestId);
                yield Second.Not.OVER;
            }
        };
    }

    private Staff staff(StaffAccount account) {
        return new Staff(
                account.insurer().value(),
                insurers.find(account.insurer()).map(Insurer::name).orElse(""),
                account.login(),
                account.displayName(),
                account.role(),
                account.credential());
    }
}
