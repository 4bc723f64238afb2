package kaigo.identity.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kaigo.identity.OwnSession;
import kaigo.screens.Field;

/**
 * いまのサインイン of an account, as its owner sees them.
 *
 * @param sessions that are in use
 * @param here the one of them that asks
 * @param ending the password before others are ended
 */
public record SignIns(List<OwnSession> sessions, UUID here, Field ending) {

    static final String ENDING = "endingPassword";

    /** @param errors by the name of a field */
    static SignIns of(List<OwnSession> sessions, UUID here, Map<String, String> errors) {
        return new SignIns(sessions, here, PasswordFields.present(ENDING, errors));
    }

    public List<OwnSession> others() {
        return sessions.stream().filter(one -> !one.id().equals(here)).toList();
    }

    /** The one that asks. */
    public List<OwnSession> own() {
        return sessions.stream().filter(one -> one.id().equals(here)).toList();
    }
}
