package kaigo.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kaigo.identity.PersonProvider;
import kaigo.identity.ProviderRequests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** ID トークン: believed if the provider's key has signed it, for us, now, and if it says how and when the person signed in. */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    /** Proposed, ours: whoever signed in longer ago, for whatever else, does so again. */
    static final Duration MAX_AGE = Duration.ofMinutes(5);

    /** By which two clocks may differ, as Spring Security has it. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final ObjectProvider<PersonProvider> provider;
    private final Clock clock;
    private final Map<ClientRegistration, JwtDecoder> known = new ConcurrentHashMap<>();

    IdTokens(ObjectProvider<PersonProvider> provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return known.computeIfAbsent(registration, this::decoder);
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        String.valueOf(registration.getProviderDetails().getJwkSetUri()))
                .restOperations(new RestTemplate(ProviderRequests.factory()))
                .build();
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        OidcIdTokenValidator content = new OidcIdTokenValidator(registration);
        content.setClock(clock);
        JwtTimestampValidator time = new JwtTimestampValidator();
        time.setClock(clock);
        OAuth2TokenValidator<Jwt> strength = this::strength;
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(time, content, strength));
        return decoder;
    }

    private OAuth2TokenValidatorResult strength(Jwt token) {
        Instant now = clock.instant();
        boolean strong = token.getClaims().get("acr") instanceof String acr
                && provider.getObject().acr().contains(acr);
        boolean recent = token.getClaims().get("auth_time") instanceof Instant signedIn
                && !signedIn.isBefore(now.minus(MAX_AGE).minus(SKEW))
                && !signedIn.isAfter(now.plus(SKEW));
        return strong && recent
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_id_token"));
    }
}
