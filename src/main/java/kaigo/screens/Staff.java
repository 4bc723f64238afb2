package kaigo.screens;

import java.io.Serializable;
import java.security.Principal;
import kaigo.shared.AccountRole;

/**
 * サインイン中の職員, as the session knows them; whether the account still is as it was is asked at every request.
 *
 * @param insurerNumber 保険者番号, or the number of another organisation, see {@link AccountRole}
 * @param insurerName name of the organisation at sign-in
 * @param credential of the password that was given, see {@code StaffAccount}
 */
public record Staff(
        String insurerNumber, String insurerName, String login, String displayName, AccountRole role, String credential)
        implements Principal, Serializable {

    /** はじめの画面 of this kind of account. */
    public String home() {
        return switch (role) {
            case STAFF, VENDOR -> "/";
            case FEDERATION -> "/claims";
            case OPERATOR -> "/operator";
        };
    }

    @Override
    public String getName() {
        return insurerNumber + "/" + login;
    }
}
