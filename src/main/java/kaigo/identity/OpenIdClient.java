package kaigo.identity;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;

/**
 * 本人の認証の提供者 that the installation names: an OpenID Connect provider, which tells about itself at its issuer's
 * address.
 */
public record OpenIdClient(URI issuer, String clientId, String clientSecret, Set<String> acr)
        implements PersonProvider {

    @Override
    public ClientRegistration registration() {
        ClientRegistration found = ClientRegistrations.fromOidcConfiguration(told())
                .registrationId(REGISTRATION)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .scope("openid")
                .redirectUri(REDIRECT)
                // The ID token is all that is asked for.
                .userInfoUri(null)
                .build();
        ClientRegistration.ProviderDetails provider = found.getProviderDetails();
        if (!issuer.toString().equals(provider.getIssuerUri())) {
            throw new IllegalStateException("what is told at the issuer's address is another's: " + this);
        }
        if (!Stream.of(provider.getTokenUri(), provider.getJwkSetUri())
                .allMatch(uri -> String.valueOf(uri).startsWith(issuer.getScheme() + ":"))) {
            throw new IllegalStateException("token and keys come by another protocol than the issuer's: " + this);
        }
        return found;
    }

    private Map<String, Object> told() {
        Map<String, Object> told = RestClient.builder()
                .requestFactory(ProviderRequests.factory())
                .build()
                .get()
                .uri(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        if (told == null) {
            throw new IllegalStateException("the provider tells nothing about itself: " + this);
        }
        return told;
    }

    @Override
    public String toString() {
        return "OpenIdClient[" + issuer + "]";
    }
}
