package kaigo.identity;

import java.util.Set;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;

/**
 * 事業所・医療機関のアカウント to be made.
 *
 * @param mail where one-time codes go; without it and without a passkey nobody signs in by screen
 * @param careManagerNumber 介護支援専門員番号, without which nobody counts as one (rulings 8)
 */
public record NewInstitutionAccount(
        InstitutionId institution,
        String login,
        String displayName,
        Set<Job> jobs,
        @Nullable CareManagerNumber careManagerNumber,
        @Nullable String mail) {

    public NewInstitutionAccount {
        jobs = Set.copyOf(jobs);
        if (jobs.contains(Job.CARE_MANAGER) && careManagerNumber == null) {
            throw new IllegalArgumentException("a 介護支援専門員 has a number of 8 digits");
        }
    }
}
