package kaigo.identity;

import java.time.Instant;
import java.time.LocalDate;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * アカウント: somebody who may sign in.
 *
 * @param insurer 保険者番号, or the number of another organisation, see {@link AccountRole}
 * @param login unique within the insurer
 * @param endsOn last day of its use, or null
 * @param lockedUntil no sign-in before this instant, or null
 * @param mail where the one-time codes of a 委員 go; null of everybody else
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
        int generation) {

    /** Whether it may be used on this day. */
    boolean isUsable(LocalDate today) {
        return active && (endsOn == null || !today.isAfter(endsOn));
    }

    /** Kind, cost and salt of the bcrypt hash: changes with the password and tells nothing about it; and the generation. */
    public String credential() {
        return passwordHash.substring(0, 29) + '.' + generation;
    }

    @Override
    public String toString() {
        return "StaffAccount[" + insurer.value() + "/" + login + "]";
    }
}
