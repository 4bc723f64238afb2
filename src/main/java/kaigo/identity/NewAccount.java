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
 * @param mail where the one-time codes go; null only in the demo
 * @param member whether it is a 委員's
 */
public record NewAccount(
        InsurerNumber organisation,
        String login,
        String displayName,
        @Nullable LocalDate endsOn,
        @Nullable String mail,
        boolean member) {

    /** One of the demo, which signs in by the password alone. */
    public static NewAccount of(InsurerNumber organisation, String login, String displayName) {
        return new NewAccount(organisation, login, displayName, null, null, false);
    }

    /** One of the demo. */
    public static NewAccount vendor(InsurerNumber insurer, String login, String displayName, LocalDate endsOn) {
        return new NewAccount(insurer, login, displayName, endsOn, null, false);
    }

    public static NewAccount member(InsurerNumber insurer, String login, String displayName, String mail) {
        return new NewAccount(insurer, login, displayName, null, mail, true);
    }

    AccountRole role() {
        return member ? AccountRole.MEMBER : AccountRole.of(organisation, endsOn != null);
    }
}
