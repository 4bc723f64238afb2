package kaigo.identity;

import java.time.Instant;
import kaigo.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/** 事業所・医療機関のアカウント. */
public record InstitutionAccount(
        InstitutionId institution,
        String login,
        String displayName,
        String passwordHash,
        boolean active,
        @Nullable Instant lockedUntil) {

    public String actor() {
        return institution.holder() + "/" + login;
    }

    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    @Override
    public String toString() {
        return "InstitutionAccount[" + actor() + "]";
    }
}
