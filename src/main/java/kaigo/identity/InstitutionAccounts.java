package kaigo.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.screens.InstitutionUser;
import kaigo.shared.InstitutionId;
import kaigo.shared.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
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
                new InstitutionAccountStore(database), new WholePasswords(), new PasswordRule(), audit, clock);
    }

    /** Sign-in by API, for which the password is enough beside the certificate. On record either way. */
    Optional<InstitutionAccount> signIn(InstitutionId institution, String login, String password, String requestId) {
        Optional<InstitutionAccount> right = checkPassword(institution, login, password, requestId);
        if (right.isPresent() && !right.get().isForSoftware()) {
            refused(requestId, right.get().actor(), "initial password or 事業所ユーザ");
            return Optional.empty();
        }
        right.ifPresent(account -> signedIn(account, requestId, "api"));
        return right;
    }

    /** The last step of a sign-in: on record, and what failed before is forgotten. */
    void signedIn(InstitutionAccount account, String requestId, String how) {
        audit.record(AuditEntry.of(requestId, AuditEvent.SIGNED_IN, account.actor(), Map.of("reason", how)));
        store.signedIn(account, clock.instant());
    }

    /** The first of two steps was right; what failed before is not forgotten yet. */
    void codeSent(InstitutionAccount account, String requestId) {
        audit.record(AuditEntry.of(requestId, AuditEvent.CODE_SENT, account.actor(), Map.of()));
    }

    /** Of somebody whom nothing names. */
    void refused(Client client, String reason) {
        refused(client.requestId(), client.institution().holder() + "/unknown", reason);
    }

    /** The owner of a passkey, if it is one of this institution's that may be used. */
    Optional<InstitutionAccount> find(Client client, String owner) {
        String holder = client.institution().holder() + '/';
        return Optional.of(owner)
                .filter(name -> name.startsWith(holder))
                .flatMap(name -> store.find(client.institution(), name.substring(holder.length())))
                .filter(account -> account.isUsable(clock.instant()));
    }

    /** A wrong second step: it counts like a wrong password. */
    void wrongSecondStep(InstitutionAccount account, String requestId, String reason) {
        refused(requestId, account.actor(), reason);
        store.countFailure(account, Accounts.TRIES, clock.instant().plus(Accounts.LOCK));
    }

    /** 職種 of an account, none if there is no such account. */
    public Set<Job> listJobs(InstitutionId institution, String login) {
        return store.find(institution, login).map(InstitutionAccount::jobs).orElse(Set.of());
    }

    /** The account as it is now, if this sign-in goes on: nobody ended it, it may be used, its password is still that one. */
    Optional<InstitutionAccount> find(InstitutionUser user) {
        Instant now = clock.instant();
        return store.findSignedIn(user, now)
                .filter(account -> account.isUsable(now))
                .filter(account -> account.credential().equals(user.credential()));
    }

    /**
     * The account, if the password is its own and it may be used; a refusal is on record. Wrong tries lock as those of
     * staff do.
     */
    Optional<InstitutionAccount> checkPassword(
            InstitutionId institution, String login, String password, String requestId) {
        Instant now = clock.instant();
        return checkPassword(new Typed(institution, login, password), requestId, account -> account.isUsable(now));
    }

    /**
     * The same for somebody who tests the own way in: with the right password one may know that the account is stopped.
     * Not that it is locked: whoever guesses would learn there which guess was right.
     */
    Optional<InstitutionAccount> recognise(InstitutionId institution, String login, String password, String requestId) {
        Instant now = clock.instant();
        return checkPassword(new Typed(institution, login, password), requestId, account -> !account.isLocked(now));
    }

    private record Typed(InstitutionId institution, String login, String password) {
        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    private Optional<InstitutionAccount> checkPassword(
            Typed typed, String requestId, Predicate<InstitutionAccount> enough) {
        Optional<InstitutionAccount> found = store.find(typed.institution(), typed.login());
        boolean right = passwords.matches(
                typed.password(), found.map(InstitutionAccount::passwordHash).orElse(decoy));
        if (found.isEmpty()) {
            // Not the name that was typed: it could be a password.
            refused(requestId, typed.institution().holder() + "/unknown", "no such account");
            return Optional.empty();
        }
        InstitutionAccount account = found.get();
        if (right && enough.test(account)) {
            return found;
        }
        refused(requestId, account.actor(), right ? "locked, inactive or past its time" : "wrong password");
        store.countFailure(account, Accounts.TRIES, clock.instant().plus(Accounts.LOCK));
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
        store.put(account, passwords.encode(password), null, demo);
    }

    /** The same with a 仮パスワード, which is told once and which its owner has to change first. */
    public String putInitial(NewInstitutionAccount account) {
        String made = InitialPassword.make();
        store.put(account, passwords.encode(made), clock.instant().plus(InitialPassword.LIFE), false);
        return made;
    }

    /** Throws IllegalArgumentException if the password is too weak. */
    public void checkPassword(String password) {
        rule.check(password);
    }

    public Optional<InstitutionAccount> find(InstitutionId institution, String login) {
        return store.find(institution, login);
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
        return store.setActive(institution, login, active, clock.instant());
    }

    /**
     * Ends every sign-in, by screen and by software; the account stays as it is.
     *
     * @return false if there is no such account
     */
    public boolean endSignIns(InstitutionId institution, String login) {
        return store.endSignIns(institution, login, clock.instant());
    }
}
