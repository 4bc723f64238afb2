package kaigo.identity.web;

import java.time.Instant;
import java.util.List;
import kaigo.identity.InstitutionAccount;
import kaigo.identity.Passkey;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one account shows to an administrator.
 *
 * @param own whether it is the administrator's own
 * @param password 仮パスワード that was made just now, or null
 * @param message what was done just now, or null
 * @param problem why the last act was refused, or null
 */
public record StaffPage(
        InstitutionAccount account,
        List<Passkey> passkeys,
        StaffForm form,
        boolean own,
        Instant now,
        @Nullable String password,
        @Nullable String message,
        @Nullable String problem) {

    public StaffListPage.State state() {
        return StaffListPage.state(account, now);
    }

    public boolean isWrong() {
        return problem != null || form.isWrong();
    }
}
