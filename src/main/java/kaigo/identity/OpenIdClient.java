package kaigo.identity;

import java.net.URI;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * 本人の認証の提供者 that the installation names: an OpenID Connect provider, which tells about itself at its issuer's
 * address.
 */
public record OpenIdClient(URI issuer, String clientId, String clientSecret) implements PersonProvider {

    @Override
    public ClientRegistration registration() {
        return ClientRegistrations.fromOidcIssuerLocation(issuer.toString())
                .registrationId(REGISTRATION)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .scope("openid")
                .redirectUri(REDIRECT)
                .build();
    }

    @Override
    public String toString() {
        return "OpenIdClient[" + issuer + "]";
    }
}
