package kaigo.identity;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.screens.InstitutionUser;
import org.springframework.stereotype.Component;

/** 自分のサインイン of somebody of an institution, by screen and by software: seen, and ended with the password. */
@Component
public class OwnSessions {

    private final ScreenSessionStore store;
    private final InstitutionAccounts accounts;
    private final ScreenSignIn signIn;
    private final AuditLog audit;
    private final InstantSource clock;

    OwnSessions(
            ScreenSessionStore store,
            InstitutionAccounts accounts,
            ScreenSignIn signIn,
            AuditLog audit,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
    }

    public List<OwnSession> list(InstitutionUser user) {
        return store.list(user, clock.instant());
    }

    /**
     * Ends those that are named; whatever is none of one's own is passed over.
     *
     * @return false if the password was wrong: it counts like a wrong one at the sign-in
     */
    public boolean end(Client client, InstitutionUser user, String present, Collection<String> ids) {
        if (!isConfirmed(client, user, present)) {
            return false;
        }
        list(user).stream()
                .filter(one -> ids.contains(one.id().toString()))
                .forEach(one -> store.end(user, one.id(), clock.instant()));
        return true;
    }

    /** As whom one goes on; nobody if the password was wrong. */
    public Optional<InstitutionUser> endOthers(Client client, InstitutionUser user, String present) {
        return isConfirmed(client, user, present) ? Optional.of(endOthers(client, user)) : Optional.empty();
    }

    /** The same for somebody who has just typed the password for something else. */
    public InstitutionUser endOthers(Client client, InstitutionUser user) {
        accounts.endSignIns(user.institution(), user.login());
        return signIn.user(
                client, accounts.find(user.institution(), user.login()).orElseThrow());
    }

    /** Of somebody who signed out. */
    public void forget(InstitutionUser user) {
        store.end(user, user.session(), clock.instant());
    }

    /** On record once, either way. */
    private boolean isConfirmed(Client client, InstitutionUser user, String present) {
        Optional<InstitutionAccount> right =
                accounts.checkPassword(user.institution(), user.login(), present, client.requestId());
        right.ifPresent(account -> audit.record(AuditEntry.of(
                client.requestId(), AuditEvent.SIGNED_OUT, account.actor(), Map.of("reason", "another sign-in"))));
        return right.isPresent();
    }
}
