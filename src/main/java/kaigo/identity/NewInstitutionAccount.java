package kaigo.identity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;
import kaigo.shared.Job;
import kaigo.shared.Text;
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
        @Nullable String mail,
        InstitutionRole role) {

    /** ID of the 事業所ユーザ, as the 電子請求受付システム gives it. */
    private static final Pattern OFFICE_USER = Pattern.compile("KJ[0-9]{12}");

    private static final Pattern OTHERS = Pattern.compile("(?!kj[0-9]{12}$)[a-z0-9][a-z0-9._-]{1,39}");

    public NewInstitutionAccount {
        jobs = Set.copyOf(jobs);
        if (jobs.contains(Job.CARE_MANAGER) && careManagerNumber == null) {
            throw new IllegalArgumentException("a 介護支援専門員 has a number of 8 digits");
        }
        if (role == InstitutionRole.OFFICE_USER && !jobs.isEmpty()) {
            throw new IllegalArgumentException("a 事業所ユーザ has no 職種");
        }
    }

    /** 一般. */
    public NewInstitutionAccount(
            InstitutionId institution,
            String login,
            String displayName,
            Set<Job> jobs,
            @Nullable CareManagerNumber careManagerNumber,
            @Nullable String mail) {
        this(institution, login, displayName, jobs, careManagerNumber, mail, InstitutionRole.GENERAL);
    }

    public NewInstitutionAccount as(InstitutionRole other) {
        return new NewInstitutionAccount(institution, login, displayName, jobs, careManagerNumber, mail, other);
    }

    public static boolean isOfficeUser(String login) {
        return OFFICE_USER.matcher(login).matches();
    }

    /** As it is kept: the letters of a 事業所ユーザ are capitals, however they were typed. */
    public static String login(String typed) {
        String narrow = Text.trimBlank(Text.narrow(typed));
        String capitals = narrow.toUpperCase(Locale.ROOT);
        return isOfficeUser(capitals) ? capitals : narrow;
    }

    public static boolean isLogin(String login) {
        return OTHERS.matcher(login).matches();
    }

    @Override
    public String toString() {
        return "NewInstitutionAccount[" + institution.holder() + "/" + login + "]";
    }
}
