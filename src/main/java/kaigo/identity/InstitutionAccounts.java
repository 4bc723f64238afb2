package kaigo.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** 事業所・医療機関のアカウント: the front door to making them and to their passwords. */
@Component
public class InstitutionAccounts {

    private final InstitutionAccountStore store;
    private final PasswordEncoder passwords;
    private final PasswordRule rule;
    private final AuditLog audit;
    private final InstantSource clock;

    /** Compared against when there is no such account, so that both ways take the same time. */
    private final String decoy;

    InstitutionAccounts(
            InstitutionAccountStore store,
            PasswordEncoder passwords,
            PasswordRule rule,
            AuditLog audit,
            InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.rule = rule;
        this.audit = audit;
        this.clock = clock;
        this.decoy = passwords.encode("no account has this password");
    }

    /** For programs without Spring. */
    public static InstitutionAccounts on(JdbcClient database, AuditLog audit, InstantSource clock) {
        return new InstitutionAccounts(
                new InstitutionAccountStore(database), new BCryptPasswordEncoder(), new PasswordRule(), audit, clock);
    }

    /**
     * The account, if the password is its own and it may be used. On record either way; wrong tries lock as those of staff
     * do.
     */
    Optional<InstitutionAccount> checkPassword(
            InstitutionId institution, String login, String password, String requestId) {
        Optional<InstitutionAccount> found = store.find(institution, login);
        boolean right = passwords.matches(
                password, found.map(InstitutionAccount::passwordHash).orElse(decoy));
        if (found.isEmpty()) {
            // Not the name that was typed: it could be a password.
            refused(requestId, institution.holder() + "/unknown", "no such account");
            return Optional.empty();
        }
        InstitutionAccount account = found.get();
        Instant now = clock.instant();
        if (right && account.active() && !account.isLocked(now)) {
            store.clearFailures(account);
            audit.record(AuditEntry.of(requestId, AuditEvent.SIGNED_IN, account.actor(), Map.of("reason", "api")));
            return found;
        }
        refused(requestId, account.actor(), right ? "locked or inactive" : "wrong password");
        store.countFailure(account, Accounts.TRIES, now.plus(Accounts.LOCK));
        return Optional.empty();
    }

    private void refused(String requestId, String actor, String reason) {
        audit.record(AuditEntry.of(requestId, AuditEvent.SIGN_IN_REFUSED, actor, Map.of("reason", reason)));
    }

    /** Makes the account or replaces it. Throws IllegalArgumentException if the password is too weak. */
    public void put(NewInstitutionAccount account, String password, boolean demo) {
        if (!demo) {
            rule.check(password);
        }
        store.put(account, passwords.encode(password), demo);
    }

    /** Throws IllegalArgumentException if the password is too weak. */
    public void checkPassword(String password) {
        rule.check(password);
    }

    public boolean exists(InstitutionId institution, String login) {
        return store.find(institution, login).isPresent();
    }

    public List<InstitutionAccount> list(InstitutionId institution) {
        return store.list(institution);
    }

    /**
     * 停止, or its end; holds from the next request on.
     *
     * @return false if there is no such account
     */
    public boolean setActive(InstitutionId institution, String login, boolean active) {
        return store.setActive(institution, login, active);
    }
}
