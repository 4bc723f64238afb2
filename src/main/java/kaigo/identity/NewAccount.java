package kaigo.identity;

import java.time.LocalDate;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * 作るアカウント.
 *
 * @param organisation 保険者番号, or the number of a 国保連合会 or of the operators, see {@link AccountRole}
 * @param endsOn last day of a 受託ベンダ, or null
 * @param memberMail where the one-time codes of a 委員 go; null of everybody else
 */
public record NewAccount(
        InsurerNumber organisation,
        String login,
        String displayName,
        @Nullable LocalDate endsOn,
        @Nullable String memberMail) {

    public static NewAccount of(InsurerNumber organisation, String login, String displayName) {
        return new NewAccount(organisation, login, displayName, null, null);
    }

    public static NewAccount vendor(InsurerNumber insurer, String login, String displayName, LocalDate endsOn) {
        return new NewAccount(insurer, login, displayName, endsOn, null);
    }

    public static NewAccount member(InsurerNumber insurer, String login, String displayName, String mail) {
        return new NewAccount(insurer, login, displayName, null, mail);
    }

    AccountRole role() {
        return memberMail == null ? AccountRole.of(organisation, endsOn != null) : AccountRole.MEMBER;
    }
}
