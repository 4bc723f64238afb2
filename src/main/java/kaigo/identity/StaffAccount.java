package kaigo.identity;

import java.time.Instant;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * 職員アカウント: somebody of a municipality who may sign in.
 *
 * @param login unique within the insurer
 * @param lockedUntil no sign-in before this instant, or null
 */
public record StaffAccount(
        InsurerNumber insurer,
        String login,
        String displayName,
        String passwordHash,
        boolean active,
        int failedTries,
        @Nullable Instant lockedUntil) {

    /** Kind, cost and salt of the bcrypt hash: changes with the password and tells nothing about it. */
    String credential() {
        return passwordHash.substring(0, 29);
    }

    @Override
    public String toString() {
        return "StaffAccount[" + insurer.value() + "/" + login + "]";
    }
}
