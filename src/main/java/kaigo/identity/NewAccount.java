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
 */
public record NewAccount(
        InsurerNumber organisation,
        String login,
        String displayName,
        @Nullable LocalDate endsOn) {

    public static NewAccount of(InsurerNumber organisation, String login, String displayName) {
        return new NewAccount(organisation, login, displayName, null);
    }

    AccountRole role() {
        return AccountRole.of(organisation, endsOn != null);
    }
}
