package kaigo.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.ScreenSignIn.Standing;
import kaigo.screens.Staff;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** アカウント: the front door to sign-in with a password, and to making accounts. */
@Component
public class Accounts {

    /** Tries before an account is locked for a 接続元 (of institutions: for everybody), and for how long [P]. */
    static final int TRIES = 10;

    static final Duration LOCK = Duration.ofMinutes(15);

    /** Tries from everywhere together before an account is locked for the rest of an hour [P]. */
    static final int TRIES_AN_HOUR = 100;

    private final AccountStore store;
    private final WrongTries wrongTries;
    private final PasswordEncoder passwords;
    private final PasswordRule rule;
    private final AuditLog audit;
    private final InstantSource clock;

    /** Compared against when there is no such account, so that both ways take the same time. */
    private final String decoy;

    Accounts(AccountStore store, PasswordEncoder passwords, PasswordRule rule, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.wrongTries = store.wrongTries();
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

    /** A code by mail follows the right password; an account of the demo, whose password everybody knows, needs none. */
    public SignIn signIn(InsurerNumber insurer, String login, String password, String requestId) {
        Optional<StaffAccount> right = checkPassword(insurer, login, password, requestId);
        if (right.isEmpty()) {
            return new SignIn.Refused();
        }
        StaffAccount account = right.get();
        if (account.mail() != null) {
            audit.record(entry(account, AuditEvent.CODE_SENT, requestId, "password"));
            return new SignIn.CodeNeeded(account, account.mail());
        }
        if (account.demo()) {
            wrongTries.forget(account);
            audit.record(entry(account, AuditEvent.SIGNED_IN, requestId, "password"));
            return new SignIn.Accepted(account);
        }
        audit.record(entry(account, AuditEvent.SIGN_IN_REFUSED, requestId, "no address for a code"));
        return new SignIn.NoAddress();
    }

    /** The account, if the password is its own and it may be used; a refusal is on record, and counts. */
    Optional<StaffAccount> checkPassword(InsurerNumber insurer, String login, String password, String requestId) {
        Optional<StaffAccount> found = store.find(insurer, login);
        boolean right = passwords.matches(
                password, found.map(StaffAccount::passwordHash).orElse(decoy));
        if (found.isEmpty()) {
            refuseUnknown(requestId);
            return Optional.empty();
        }
        StaffAccount account = found.get();
        boolean lockedHere = wrongTries.isLocked(account, clock.instant());
        if (right && account.isUsable(clock.instant()) && !isLocked(account) && !lockedHere) {
            return found;
        }
        String reason = right ? "locked, inactive or ended" : "wrong password";
        refuse(account, requestId, lockedHere ? "locked for this address" : reason);
        return Optional.empty();
    }

    /** Of somebody who has no account. Not the name that was typed: it could be a password. */
    public void refuseUnknown(String requestId) {
        audit.record(
                AuditEntry.of(requestId, AuditEvent.SIGN_IN_REFUSED, "unknown", Map.of("reason", "no such account")));
    }

    /** The second step was right: only now is forgotten what failed before. */
    void signedIn(StaffAccount account, String requestId) {
        audit.record(entry(account, AuditEvent.SIGNED_IN, requestId, "code"));
        wrongTries.forget(account);
    }

    /** It counts like a wrong password. */
    void wrongCode(StaffAccount account, String requestId) {
        refuse(account, requestId, "wrong code");
    }

    /** What a 接続元 tries that is shut out already does not count against the account: it would lock it for everybody. */
    private void refuse(StaffAccount account, String requestId, String reason) {
        Instant now = clock.instant();
        audit.record(entry(account, AuditEvent.SIGN_IN_REFUSED, requestId, reason));
        if (!wrongTries.isLocked(account, now)) {
            store.countFailure(account, TRIES_AN_HOUR, now);
        }
        wrongTries.count(account, now);
    }

    /** Whose sign-in has begun, if the account may be used and its password is still that one. */
    Optional<StaffAccount> findBegun(PendingSignIn pending) {
        return find(pending.owner())
                .filter(account -> account.isUsable(clock.instant())
                        && !isLocked(account)
                        && !wrongTries.isLocked(account, clock.instant())
                        && account.credential().equals(pending.credential()));
    }

    /** @param actor as in the audit entries; of an institution, whose sign-in may have begun in the same browser, there is none */
    private Optional<StaffAccount> find(String actor) {
        String name = actor.substring(actor.indexOf(':') + 1);
        int slash = name.indexOf('/');
        String organisation = slash < 0 ? AccountRole.OPERATORS.value() : name.substring(0, slash);
        return InsurerNumber.hasForm(organisation)
                ? store.find(new InsurerNumber(organisation), name.substring(slash + 1))
                        .filter(account -> actor(account).equals(actor))
                : Optional.empty();
    }

    /** Its owner, who gave the present password, changes it. */
    void passwordChanging(StaffAccount account, String requestId) {
        audit.record(entry(account, AuditEvent.PASSWORD_CHANGED, requestId, "own"));
    }

    /** Its owner, who gave the present password, ends other sign-ins. */
    void othersEnding(StaffAccount account, String requestId) {
        audit.record(entry(account, AuditEvent.SIGNED_OUT, requestId, "another sign-in"));
    }

    /** Whoever else is signed in with the account is so no longer. Throws IllegalArgumentException if it is too weak. */
    StaffAccount changePassword(StaffAccount account, String wanted) {
        rule.check(wanted);
        store.setPassword(account, passwords.encode(wanted));
        return store.find(account.insurer(), account.login()).orElseThrow();
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
        store.put(account, passwords.encode(password), null, demo);
    }

    /** The same with a 仮パスワード, which is told once and which its owner has to change first. */
    public String putInitial(NewAccount account) {
        String made = InitialPassword.make();
        store.put(account, passwords.encode(made), clock.instant().plus(InitialPassword.LIFE), false);
        return made;
    }

    /** Throws IllegalArgumentException if the password is too weak. */
    public void checkPassword(String password) {
        rule.check(password);
    }

    public Optional<StaffAccount> find(InsurerNumber insurer, String login) {
        return store.find(insurer, login);
    }

    public boolean exists(InsurerNumber insurer, String login) {
        return find(insurer, login).isPresent();
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

    /**
     * Asked at every request of somebody who has signed in (settled 19): the account is active, its password the same, the
     * sign-in not ended from elsewhere.
     */
    public Standing standing(Staff staff) {
        Instant now = clock.instant();
        return store.findSignedIn(staff, now)
                .filter(account -> account.isUsable(now))
                .filter(account -> account.credential().equals(staff.credential()))
                .map(account -> account.isPasswordInitial() ? Standing.PASSWORD_FIRST : Standing.GOES_ON)
                .orElse(Standing.OVER);
    }

    /** For everybody; a single 接続元 may be shut out besides. */
    public boolean isLocked(StaffAccount account) {
        return account.isLocked(clock.instant());
    }

    /** Whether some 接続元 is shut out after wrong tries: its owner may sign in from elsewhere. */
    public boolean isLockedSomewhere(StaffAccount account) {
        return wrongTries.isLockedSomewhere(account, clock.instant());
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
