package kaigo.identity.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kaigo.identity.InstitutionAccount;
import kaigo.identity.OwnSession;
import kaigo.screens.Field;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of an institution sees of the own account.
 *
 * @param sessions that are in use
 * @param here the one of them that asks
 * @param ending the password before others are ended
 * @param message what was done just now, or null
 */
public record AccountPage(
        InstitutionAccount account,
        List<Field> passwords,
        List<OwnSession> sessions,
        UUID here,
        Field ending,
        @Nullable String message) {

    public boolean isWrong() {
        return fields().stream().anyMatch(field -> field.error() != null);
    }

    public List<Field> fields() {
        return Stream.concat(passwords.stream(), Stream.of(ending)).toList();
    }

    public List<OwnSession> others() {
        return sessions.stream().filter(one -> !one.id().equals(here)).toList();
    }

    /** The one that asks. */
    public List<OwnSession> own() {
        return sessions.stream().filter(one -> one.id().equals(here)).toList();
    }
}
