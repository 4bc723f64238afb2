package kaigo.identity;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;

/**
 * 事業所・医療機関のアカウント.
 *
 * @param careManagerNumber of a ケアマネ, null of everybody else
 * @param mail where one-time codes go, or null
 * @param initialUntil until when a 仮パスワード may be used; null once its owner has chosen one
 * @param generation grows when somebody else changes the account
 * @param signedInAt the last time, or null
 */
public record InstitutionAccount(
        InstitutionId institution,
        String login,
        InstitutionRole role,
        String displayName,
        String passwordHash,
        Set<Job> jobs,
        @Nullable CareManagerNumber careManagerNumber,
        @Nullable String mail,
        boolean active,
        @Nullable Instant lockedUntil,
        @Nullable Instant initialUntil,
        int generation,
        @Nullable Instant signedInAt) {

    /** Letters of bcrypt's digest, at the end of its hash. */
    private static final int DIGEST = 31;

    public String actor() {
        return institution.holder() + "/" + login;
    }

    /** Changes with the password and with every change by somebody else; tells nothing about the password. */
    public String credential() {
        return passwordHash.substring(0, passwordHash.length() - DIGEST) + '.' + generation;
    }

    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** 仮パスワード: has to be changed before anything else. */
    public boolean isPasswordInitial() {
        return initialUntil != null;
    }

    public boolean isInitialOver(Instant now) {
        return initialUntil != null && now.isAfter(initialUntil);
    }

    /** Whether anybody may sign in with it now. */
    boolean isUsable(Instant now) {
        return active && !isLocked(now) && !isInitialOver(now);
    }

    /** Whether software may sign in with it: no 事業所ユーザ, and no password that somebody else knows. */
    boolean isForSoftware() {
        return role != InstitutionRole.OFFICE_USER && !isPasswordInitial();
    }

    /** Whether there is nothing to change. */
    boolean says(NewInstitutionAccount other) {
        return displayName.equals(other.displayName())
                && jobs.equals(other.jobs())
                && Objects.equals(careManagerNumber, other.careManagerNumber())
                && Objects.equals(mail, other.mail())
                && role == other.role();
    }

    @Override
    public String toString() {
        return "InstitutionAccount[" + actor() + "]";
    }
}
