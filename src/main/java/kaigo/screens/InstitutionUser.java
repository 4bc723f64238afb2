package kaigo.screens;

import java.util.UUID;
import kaigo.shared.InstitutionId;

/**
 * サインイン中の事業所・医療機関の利用者.
 *
 * @param part 一般, 管理者 or 事業所ユーザ; another one ends the session
 * @param fingerprint of the client certificate with which it signed in: the session is good with no other
 * @param credential of the password; another one ends the session
 * @param session which sign-in by screen it is: it can be ended from elsewhere
 */
public record InstitutionUser(
        Part part,
        InstitutionId institution,
        String organisationName,
        String login,
        String displayName,
        String fingerprint,
        String credential,
        UUID session)
        implements SignedIn {

    private static final long serialVersionUID = 1L;

    @Override
    public String organisationNumber() {
        return institution.number();
    }

    @Override
    public String getName() {
        return institution.holder() + "/" + login;
    }
}
