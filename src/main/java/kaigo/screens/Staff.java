package kaigo.screens;

import java.util.UUID;
import kaigo.shared.AccountRole;

/**
 * サインイン中の職員.
 *
 * @param organisationNumber 保険者番号, or the number of another organisation, see {@link AccountRole}
 * @param organisationName at sign-in
 * @param credential of the password that was given, see {@code StaffAccount}
 * @param session which sign-in it is: it can be ended from elsewhere
 */
public record Staff(
        String organisationNumber,
        String organisationName,
        String login,
        String displayName,
        AccountRole role,
        String credential,
        UUID session)
        implements SignedIn {

    private static final long serialVersionUID = 1L;

    @Override
    public Part part() {
        return Part.valueOf(role.name());
    }

    @Override
    public String getName() {
        return organisationNumber + "/" + login;
    }
}
