package kaigo.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.AccountRole;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** アカウント: the front door to sign-in with a password, and to making accounts. */
@Component
public class Accounts {

    /** Tries before an account is locked, and for how long [P]. */
    static final int TRIES = 10;

    static final Duration LOCK = Duration.ofMinutes(15);

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final PasswordRule rule;
    private final AuditLog audit;
    private final InstantSource clock;

    /** Compared against when there is no such account, so that both ways take the same time. */
    private final String decoy;

    Accounts(AccountStore store, PasswordEncoder passwords, PasswordRule rule, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.rule = rule;
        this.audit = audit;
        this.clock = clock;
        this.decoy = passwords.encode("no account has this password");
    }

    /** For programs without Spring. */
    public static Accounts on(JdbcClient database, AuditLog audit, InstantSource clock) {
        return new Accounts(new AccountStore(database), new WholePasswords(), new PasswordRule(), audit, clock);
    }

    public SignIn signIn(InsurerNumber insurer, String login, String password, String requestId) {
        Optional<StaffAccount> found = store.find(insurer, login);
        boolean right = passwords.matches(
                password, found.map(StaffAccount::passwordHash).orElse(decoy));
        if (found.isEmpty()) {
            return refuseUnknown(requestId);
        }
        StaffAccount account = found.get();
        if (right && account.isUsable(today()) && !isLocked(account)) {
            if (account.role() == AccountRole.MEMBER) {
                audit.record(entry(account, AuditEvent.CODE_SENT, requestId, "password"));
                return new SignIn.CodeNeeded(account);
            }
            store.clearFailures(account);
            audit.record(entry(account, AuditEvent.SIGNED_IN, requestId, "password"));
            return new SignIn.Accepted(account);
        }
        String reason = right ? "locked, inactive or ended" : "wrong password";
        audit.record(entry(account, AuditEvent.SIGN_IN_REFUSED, requestId, reason));
        store.countFailure(account, TRIES, clock.instant().plus(LOCK));
        return new SignIn.Refused();
    }

    /** Of somebody who has no account. Not the name that was typed: it could be a password. */
    public SignIn.Refused refuseUnknown(String requestId) {
        audit.record(
                AuditEntry.of(requestId, AuditEvent.SIGN_IN_REFUSED, "unknown", Map.of("reason", "no such account")));
        return new SignIn.Refused();
    }

    /** The second step was right: only now is forgotten what failed before. */
    void signedIn(StaffAccount member, String requestId) {
        audit.record(entry(member, AuditEvent.SIGNED_IN, requestId, "code"));
        store.clearFailures(member);
    }

    /** It counts like a wrong password. */
    void wrongCode(StaffAccount member, String requestId) {
        audit.record(entry(member, AuditEvent.SIGN_IN_REFUSED, requestId, "wrong code"));
        store.countFailure(member, TRIES, clock.instant().plus(LOCK));
    }

    /** A 委員 whose sign-in has begun, if the account may be used and its password is still that one. */
    Optional<StaffAccount> findMember(String actor, String credential) {
        String prefix = "member:";
        int slash = actor.indexOf('/');
        if (!actor.startsWith(prefix) || slash < 0) {
            return Optional.empty();
        }
        InsurerNumber insurer = new InsurerNumber(actor.substring(prefix.length(), slash));
        return store.find(insurer, actor.substring(slash + 1))
                .filter(account -> account.role() == AccountRole.MEMBER
                        && account.isUsable(today())
                        && !isLocked(account)
                        && account.credential().equals(credential));
    }

    public void signOut(AccountRole role, InsurerNumber insurer, String login, String requestId) {
        audit.record(AuditEntry.of(requestId, AuditEvent.SIGNED_OUT, actor(role, insurer, login), Map.of())
                .about(insurer.value(), List.of()));
    }

    /** Makes the account or replaces its password. Throws IllegalArgumentException if the password is too weak. */
    public void put(NewAccount account, String password, boolean demo) {
        if (!demo) {
            rule.check(password);
        }
        store.put(account, passwords.encode(password), demo);
    }

    /** Throws IllegalArgumentException if the password is too weak. */
    public void checkPassword(String password) {
        rule.check(password);
    }

    public boolean exists(InsurerNumber insurer, String login) {
        return store.find(insurer, login).isPresent();
    }

    public List<StaffAccount> list(InsurerNumber insurer) {
        return store.list(insurer);
    }

    /** Every organisation that has an account. */
    public List<InsurerNumber> listOrganisations() {
        return store.listOrganisations();
    }

    /** 停止, or its end; holds from the next request on. Its end also lifts a lock after wrong passwords. */
    public void setActive(InsurerNumber insurer, String login, boolean active) {
        store.setActive(insurer, login, active);
    }

    /** Asked at every request of somebody who has signed in (settled 19): the account is active, its password the same. */
    public boolean goesOn(InsurerNumber insurer, String login, String credential) {
        return store.find(insurer, login)
                .map(account ->
                        account.isUsable(today()) && account.credential().equals(credential))
                .orElse(false);
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }

    public boolean isLocked(StaffAccount account) {
        Instant until = account.lockedUntil();
        return until != null && clock.instant().isBefore(until);
    }

    private static AuditEntry entry(StaffAccount account, AuditEvent event, String requestId, String reason) {
        return AuditEntry.of(requestId, event, actor(account), Map.of("reason", reason))
                .about(account.insurer().value(), List.of());
    }

    /** As in the audit entries. */
    static String actor(StaffAccount account) {
        return actor(account.role(), account.insurer(), account.login());
    }

    private static String actor(AccountRole role, InsurerNumber organisation, String login) {
        String kind = role.name().toLowerCase(Locale.ROOT);
        return role == AccountRole.OPERATOR ? kind + ":" + login : kind + ":" + organisation.value() + "/" + login;
    }
}
