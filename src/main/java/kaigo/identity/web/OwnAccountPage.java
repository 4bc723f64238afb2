package kaigo.identity.web;

import java.util.List;
import java.util.stream.Stream;
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
        SignIns signIns,
        @Nullable String message) {

    public boolean isWrong() {
        return fields().stream().anyMatch(field -> field.error() != null);
    }

    public List<Field> fields() {
        return Stream.concat(passwords.stream(), Stream.of(signIns.ending())).toList();
    }
}
