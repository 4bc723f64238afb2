package kaigo.identity.web;

import java.util.List;
import kaigo.identity.StaffAccount;
import kaigo.screens.Field;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without a certificate sees of the own account.
 *
 * @param message what was done just now, or null
 */
public record OwnAccountPage(
        StaffAccount account,
        List<Field> passwords,
        @Nullable String message) {

    public boolean isWrong() {
        return passwords.stream().anyMatch(field -> field.error() != null);
    }
}
