package kaigo.identity;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.screens.InstitutionUser;
import kaigo.screens.SignedIn;
import kaigo.shared.InstitutionViewer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** パスワードの変更 by its owner: whoever else is signed in with the account is so no longer. */
@Component
public class OwnPassword {

    private final InstitutionAccountStore store;
    private final InstitutionAccounts accounts;
    private final ScreenSignIn signIn;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final InstantSource clock;

    OwnPassword(
            InstitutionAccountStore store,
            InstitutionAccounts accounts,
            ScreenSignIn signIn,
            PasswordEncoder passwords,
            AuditLog audit,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.signIn = signIn;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Changed {
        /** @param user as whom one goes on */
        record Done(SignedIn user) implements Changed {}

        enum Not implements Changed {
            /** The present password was wrong: it counts like a wrong one at the sign-in. */
            WRONG,
            /** The new one is the present one. */
            SAME,
            WEAK
        }
    }

    /** Asked for before a change of one's own account. A wrong one is on record, and counts like one at the sign-in. */
    public boolean isRight(InstitutionViewer viewer, String present) {
        return accounts.checkPassword(viewer.institution(), viewer.login(), present, viewer.requestId())
                .isPresent();
    }

    /** On record once: as the change, or as the refusal of the present password. */
    public Changed change(Client client, InstitutionUser user, String present, String wanted) {
        Optional<InstitutionAccount> right =
                accounts.checkPassword(user.institution(), user.login(), present, client.requestId());
        if (right.isEmpty()) {
            return Changed.Not.WRONG;
        }
        audit.record(AuditEntry.of(
                client.requestId(), AuditEvent.PASSWORD_CHANGED, right.get().actor(), Map.of()));
        if (present.equals(wanted)) {
            return Changed.Not.SAME;
        }
        try {
            accounts.checkPassword(wanted);
        } catch (IllegalArgumentException weak) {
            return Changed.Not.WEAK;
        }
        store.setPassword(right.get(), passwords.encode(wanted), null, clock.instant());
        return new Changed.Done(
                signIn.user(client, store.find(user.institution(), user.login()).orElseThrow()));
    }
}
