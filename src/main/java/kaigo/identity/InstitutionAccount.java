package kaigo.identity;

import java.time.Instant;
import java.util.Set;
import kaigo.shared.InstitutionId;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;

/**
 * 事業所・医療機関のアカウント.
 *
 * @param mail where one-time codes go, or null
 */
public record InstitutionAccount(
        InstitutionId institution,
        String login,
        String displayName,
        String passwordHash,
        Set<Job> jobs,
        @Nullable String mail,
        boolean active,
        @Nullable Instant lockedUntil) {

    public String actor() {
        return institution.holder() + "/" + login;
    }

    /** Changes with the password and tells nothing about it, as {@link StaffAccount#credential}. */
    public String credential() {
        return passwordHash.substring(0, 29);
    }

    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    @Override
    public String toString() {
        return "InstitutionAccount[" + actor() + "]";
    }
}
