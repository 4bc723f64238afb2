package kaigo.screens;

import java.io.Serializable;
import java.security.Principal;

/**
 * サインイン中の職員, as the session knows them; whether the account still is as it was is asked at every request.
 *
 * @param insurerNumber 保険者番号
 * @param insurerName name of the insurer at sign-in
 * @param credential of the password that was given, see {@code StaffAccount}
 */
public record Staff(String insurerNumber, String insurerName, String login, String displayName, String credential)
        implements Principal, Serializable {

    @Override
    public String getName() {
        return insurerNumber + "/" + login;
    }
}
