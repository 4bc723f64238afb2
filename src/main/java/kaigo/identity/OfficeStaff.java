package kaigo.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.Job;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 職員のアカウント of an institution: what its administrators do with them. Of their own institution only: it is that of the
 * viewer, never a parameter. An act is on record before it is done, and holds from the next request on.
 */
@Component
public class OfficeStaff {

    /** What became of an act. */
    public enum Outcome {
        DONE,
        /** There is no such account here. */
        ABSENT,
        /** Somebody here has that login already. */
        TAKEN,
        /** It would leave the institution without an administrator. */
        LAST_ADMINISTRATOR,
        /** Somebody else changed the account meanwhile. */
        OVERTAKEN
    }

    /** What became of making an account or a 仮パスワード; the password is known to nobody else, and never again. */
    public record Handed(Outcome outcome, String password) {
        @Override
        public String toString() {
            return "Handed[" + outcome + "]";
        }
    }

    private final InstitutionAccountStore store;
    private final PasskeyStore passkeys;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    OfficeStaff(
            InstitutionAccountStore store,
            PasskeyStore passkeys,
            PasswordEncoder passwords,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    public List<InstitutionAccount> list(InstitutionViewer viewer) {
        return store.list(viewer.institution());
    }

    public Optional<InstitutionAccount> find(InstitutionViewer viewer, String login) {
        return store.find(viewer.institution(), login);
    }

    public List<Passkey> listPasskeys(InstitutionAccount account) {
        return passkeys.list(account.actor()).stream().map(Passkey::of).toList();
    }

    public boolean hasAdministrator(InstitutionId institution) {
        return store.list(institution).stream()
                .anyMatch(account -> account.role() == InstitutionRole.ADMINISTRATOR && account.active());
    }

    /** A new account with a 仮パスワード. Throws IllegalArgumentException if it is another institution's, or a 事業所ユーザ. */
    public Handed register(InstitutionViewer viewer, NewInstitutionAccount account) {
        requireOwn(viewer, account);
        record(viewer, "REGISTERED", account.login(), describe(account));
        return add(account);
    }

    /**
     * The first administrator, by the 事業所ユーザ: only where there is none who is active. Of two at once one is refused
     * (LAST_ADMINISTRATOR says that there is one).
     */
    public Handed registerFirst(InstitutionViewer viewer, NewInstitutionAccount account) {
        requireOwn(viewer, account);
        record(viewer, "FIRST_ADMINISTRATOR", account.login(), describe(account));
        return whole(() -> {
            store.holdInstitution(viewer.institution());
            return hasAdministrator(viewer.institution())
                    ? new Handed(Outcome.LAST_ADMINISTRATOR, "")
                    : add(account.as(InstitutionRole.ADMINISTRATOR));
        });
    }

    private Handed add(NewInstitutionAccount account) {
        String password = InitialPassword.make();
        boolean added =
                store.add(account, passwords.encode(password), clock.instant().plus(InitialPassword.LIFE));
        return added ? new Handed(Outcome.DONE, password) : new Handed(Outcome.TAKEN, "");
    }

    /** @param seen generation of the account that was edited */
    public Outcome edit(InstitutionViewer viewer, NewInstitutionAccount account, int seen) {
        requireOwn(viewer, account);
        return change(viewer, account.login(), "EDITED", describe(account), before -> {
            if (before.says(account)) {
                return Outcome.DONE; // sent twice
            }
            if (before.generation() != seen) {
                return Outcome.OVERTAKEN;
            }
            if (account.role() != InstitutionRole.ADMINISTRATOR && isLastAdministrator(before)) {
                return Outcome.LAST_ADMINISTRATOR;
            }
            store.edit(account, clock.instant());
            return Outcome.DONE;
        });
    }

    public Outcome stop(InstitutionViewer viewer, String login) {
        return change(viewer, login, "STOPPED", Map.of(), before -> {
            if (isLastAdministrator(before)) {
                return Outcome.LAST_ADMINISTRATOR;
            }
            store.setActive(viewer.institution(), login, false, clock.instant());
            return Outcome.DONE;
        });
    }

    public Outcome restart(InstitutionViewer viewer, String login) {
        return change(viewer, login, "RESTARTED", Map.of(), before -> {
            store.setActive(viewer.institution(), login, true, clock.instant());
            return Outcome.DONE;
        });
    }

    /** Lifts the lock after wrong tries. */
    public Outcome unlock(InstitutionViewer viewer, String login) {
        return change(viewer, login, "UNLOCKED", Map.of(), before -> {
            store.unlock(viewer.institution(), login);
            return Outcome.DONE;
        });
    }

    /** Ends every sign-in of the account, by screen and by software: of a device that was lost, a token that was seen. */
    public Outcome endSignIns(InstitutionViewer viewer, String login) {
        return change(viewer, login, "SIGN_INS_ENDED", Map.of(), before -> {
            store.endSignIns(viewer.institution(), login, clock.instant());
            return Outcome.DONE;
        });
    }

    /** Takes away one passkey of somebody's lost device, and ends whatever is signed in. */
    public Outcome removePasskey(InstitutionViewer viewer, String login, String passkey) {
        return change(viewer, login, "PASSKEY_REMOVED", Map.of(), before -> {
            boolean known =
                    listPasskeys(before).stream().anyMatch(one -> one.id().equals(passkey));
            if (known && passkeys.delete(before.actor(), Bytes.fromBase64(passkey))) {
                store.endSignIns(viewer.institution(), login, clock.instant());
            }
            return Outcome.DONE;
        });
    }

    /** A new 仮パスワード for somebody who forgot the own one. */
    public Handed handOut(InstitutionViewer viewer, String login) {
        String password = InitialPassword.make();
        String hash = passwords.encode(password);
        Outcome outcome = change(viewer, login, "PASSWORD_HANDED_OUT", Map.of(), before -> {
            var now = clock.instant();
            store.setPassword(before, hash, now.plus(InitialPassword.LIFE), now);
            return Outcome.DONE;
        });
        return new Handed(outcome, outcome == Outcome.DONE ? password : "");
    }

    private interface Change {
        Outcome apply(InstitutionAccount before);
    }

    /** Of an account that is not there nothing is on record, as of one that is another institution's. */
    private Outcome change(
            InstitutionViewer viewer, String login, String action, Map<String, String> more, Change change) {
        Optional<InstitutionAccount> known =
                find(viewer, login).filter(account -> account.role() != InstitutionRole.OFFICE_USER);
        if (known.isEmpty()) {
            return Outcome.ABSENT;
        }
        record(viewer, action, login, more);
        return whole(() -> {
            store.holdInstitution(viewer.institution());
            return find(viewer, login).map(change::apply).orElse(Outcome.ABSENT);
        });
    }

    private boolean isLastAdministrator(InstitutionAccount account) {
        return account.role() == InstitutionRole.ADMINISTRATOR
                && account.active()
                && store.list(account.institution()).stream()
                        .noneMatch(other -> other.role() == InstitutionRole.ADMINISTRATOR
                                && other.active()
                                && !other.login().equals(account.login()));
    }

    private <T> T whole(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    private static void requireOwn(InstitutionViewer viewer, NewInstitutionAccount account) {
        if (!account.institution().equals(viewer.institution()) || account.role() == InstitutionRole.OFFICE_USER) {
            throw new IllegalArgumentException("an account of the own institution, and no 事業所ユーザ");
        }
    }

    private static Map<String, String> describe(NewInstitutionAccount account) {
        return Map.of(
                "role",
                account.role().name(),
                "jobs",
                String.join(" ", account.jobs().stream().map(Job::name).sorted().toList()));
    }

    private void record(InstitutionViewer viewer, String action, String login, Map<String, String> more) {
        Map<String, String> detail = new TreeMap<>(more);
        detail.put("action", action);
        detail.put("login", login);
        audit.record(AuditEntry.of(viewer.requestId(), AuditEvent.STAFF_CHANGED, viewer.actor(), detail));
    }
}
