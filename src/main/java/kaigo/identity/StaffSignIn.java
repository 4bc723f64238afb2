package kaigo.identity;

import java.time.InstantSource;
import java.util.Optional;
import kaigo.identity.OneTimeCodes.Told;
import kaigo.identity.OwnPassword.Changed;
import kaigo.identity.ScreenSignIn.Second;
import kaigo.mail.MailNotSent;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.screens.ScreenText;
import kaigo.screens.Staff;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** 証明書のない方のサインイン: of staff, vendors, the 国保連合会, 委員 and operators. A code by mail follows the password. */
@Component
public class StaffSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(StaffSignIn.class);

    private final Accounts accounts;
    private final Insurers insurers;
    private final OneTimeCodes codes;
    private final StaffSessionStore sessions;
    private final InstantSource clock;

    StaffSignIn(
            Accounts accounts, Insurers insurers, OneTimeCodes codes, StaffSessionStore sessions, InstantSource clock) {
        this.accounts = accounts;
        this.insurers = insurers;
        this.codes = codes;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** After the right password. None if no mail could be sent. */
    public Optional<PendingSignIn> send(SignIn.CodeNeeded half) {
        StaffAccount account = half.account();
        Told told = account.role() == AccountRole.MEMBER ? Told.INSURER : Told.OPERATOR;
        try {
            return Optional.of(codes.send(half.mail(), Accounts.actor(account), account.credential(), told));
        } catch (MailNotSent e) {
            LOG.error("a one-time code could not be sent: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** @param pending of the same browser session */
    public Second second(PendingSignIn pending, String code, String requestId) {
        Optional<StaffAccount> found = accounts.findBegun(pending);
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

    /** パスワードの変更 by its owner. On record once: as the change, or as the refusal of the present one. */
    public Changed changePassword(Staff staff, String present, String wanted, String requestId) {
        Optional<StaffAccount> right = accounts.checkPassword(
                new InsurerNumber(staff.organisationNumber()), staff.login(), present, requestId);
        if (right.isEmpty()) {
            return Changed.Not.WRONG;
        }
        accounts.passwordChanging(right.get(), requestId);
        if (present.equals(wanted)) {
            return Changed.Not.SAME;
        }
        try {
            return new Changed.Done(staff(accounts.changePassword(right.get(), wanted)));
        } catch (IllegalArgumentException weak) {
            return Changed.Not.WEAK;
        }
    }

    /** A sign-in begins. */
    public Staff staff(StaffAccount account) {
        return new Staff(
                account.insurer().value(),
                organisation(account),
                account.login(),
                account.displayName(),
                account.role(),
                account.credential(),
                sessions.begin(account, clock.instant()));
    }

    private String organisation(StaffAccount account) {
        return switch (account.role()) {
            case STAFF, VENDOR, MEMBER ->
                insurers.find(account.insurer()).map(Insurer::name).orElse("");
            case FEDERATION ->
                ScreenText.text(
                        "federation",
                        insurers.findPrefecture(account.insurer().value().substring(0, 2))
                                .orElse(""));
            case OPERATOR -> ScreenText.text("operator");
        };
    }
}
