package kaigo.identity;

import java.util.Set;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * 本人の認証の提供者: where the insured sign in, an OpenID Connect provider. Its ID token names the person by the claim {@link
 * #PMH_KEY} (proposed, ours: how マイナポータル would name it is not public).
 */
public interface PersonProvider {

    String REGISTRATION = "kiban";

    /** Where the provider sends people back to. */
    String REDIRECT = "{baseUrl}/my/sign-in/back/{registrationId}";

    /** PMHキー, base64url. */
    String PMH_KEY = "pmh_key";

    /**
     * How somebody must have signed in there, as the provider says it ({@code acr}); one of them is enough. Proposed, ours:
     * what it says of マイナンバーカード is not public.
     */
    Set<String> acr();

    /** Throws an exception of the network if the provider has to be asked and does not answer. */
    ClientRegistration registration();
}
