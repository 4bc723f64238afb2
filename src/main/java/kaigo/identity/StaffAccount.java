package kaigo.identity;

import java.time.Instant;
import java.time.LocalDate;
import kaigo.shared.AccountRole;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * アカウント: somebody who may sign in.
 *
 * @param insurer 保険者番号, or the number of another organisation, see {@link AccountRole}
 * @param login unique within the insurer
 * @param endsOn last day of its use, or null
 * @param lockedUntil no sign-in before this instant, or null
 * @param mail where the one-time codes go; without one only an account of the demo signs in
 * @param demo whether it is the demo's, whose password everybody knows
 * @param initialUntil until when a 仮パスワード may be used; null once its owner has chosen one
 * @param generation grows with each stop, restart or replacement
 */
public record StaffAccount(
        InsurerNumber insurer,
        String login,
        String displayName,
        String passwordHash,
        AccountRole role,
        @Nullable LocalDate endsOn,
        boolean active,
        int failedTries,
        @Nullable Instant lockedUntil,
        @Nullable String mail,
        boolean demo,
        @Nullable Instant initialUntil,
        int generation) {

    /** Letters of bcrypt's digest, at the end of its hash. */
    private static final int DIGEST = 31;

    /** Whether it may be used now. */
    boolean isUsable(Instant now) {
        return active
                && (endsOn == null || !Days.of(now).isAfter(endsOn))
                && (initialUntil == null || !now.isAfter(initialUntil));
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** 仮パスワード: has to be changed before anything else. */
    public boolean isPasswordInitial() {
        return initialUntil != null;
    }

    /** Kind, cost and salt of the bcrypt hash: changes with the password and tells nothing about it; and the generation. */
    public String credential() {
        return passwordHash.substring(0, passwordHash.length() - DIGEST) + '.' + generation;
    }

    @Override
    public String toString() {
        return "StaffAccount[" + insurer.value() + "/" + login + "]";
    }
}
