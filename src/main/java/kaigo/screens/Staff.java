package kaigo.screens;

import java.io.Serializable;
import java.security.Principal;

/**
 * サインイン中の職員, as the session knows them; whether the account is still active is asked at sign-in.
 *
 * @param insurerNumber 保険者番号
 * @param insurerName name of the insurer at sign-in
 */
public record Staff(String insurerNumber, String insurerName, String login, String displayName)
        implements Principal, Serializable {

    @Override
    public String getName() {
        return insurerNumber + "/" + login;
    }
}
