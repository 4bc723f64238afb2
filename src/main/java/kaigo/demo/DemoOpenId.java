package kaigo.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kaigo.demo.DemoPersons.DemoPerson;
import kaigo.identity.PersonProvider;
import kaigo.identity.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 模擬の OpenID Connect 提供者: instead of マイナンバーカード one chooses a fictitious person. A code, an ID token, its key;
 * no more than a sign-in needs.
 */
@Controller
@Profile("demo")
class DemoOpenId implements PersonProvider {

    private static final String CLIENT = "kiban-demo";

    /** A sign-in with マイナンバーカード, in words of our own. */
    private static final String CARD = "urn:kiban:demo:my-number-card";

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final DemoPersons persons;
    private final SiteAddress site;
    private final Environment environment;
    private final Clock clock;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();

    /** Made for the first sign-in: it takes a second or two, and most servers of a demo or a test see none. */
    private @Nullable RSAKey key;

    private record Asked(DemoPerson person, String nonce, String redirectUri, String acr) {}

    DemoOpenId(DemoPersons persons, SiteAddress site, Environment environment, Clock clock) {
        this.persons = persons;
        this.site = site;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public ClientRegistration registration() {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(CLIENT)
                .clientSecret(CLIENT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(REDIRECT)
                .scope("openid")
                .issuerUri(issuer())
                .authorizationUri(issuer() + "/authorize")
                .tokenUri(issuer() + "/token")
                .jwkSetUri(issuer() + "/keys")
                .build();
    }

    @Override
    public Set<String> acr() {
        return Set.of(CARD);
    }

    @GetMapping("/demo/openid/authorize")
    ModelAndView choose(
            @RequestParam("redirect_uri") String redirectUri, @RequestParam String state, @RequestParam String nonce) {
        return new ModelAndView("demo/openid", "it", new OpenIdPage(redirectUri, state, nonce, persons.list()));
    }

    /** Signed in by another means only if a test says so. */
    @GetMapping("/demo/openid/as")
    RedirectView chosen(
            @RequestParam String person,
            @RequestParam("redirect_uri") String redirectUri,
            @RequestParam String state,
            @RequestParam String nonce,
            @RequestParam(defaultValue = CARD) String acr) {
        Optional<DemoPerson> found = persons.find(person);
        boolean own = site.origins().stream().anyMatch(origin -> redirectUri.startsWith(origin + "/my/sign-in/back/"));
        if (found.isEmpty() || !own) {
            return new RedirectView("/my/sign-in?refused");
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Asked(found.get(), nonce, redirectUri, acr));
        return new RedirectView(UriComponentsBuilder.fromUriString(redirectUri)
                .queryParam("code", code)
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(state)
                .toUriString());
    }

    /** Each code once. */
    @PostMapping(path = "/demo/openid/token", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> token(
            @RequestParam String code, @RequestParam("redirect_uri") @Nullable String redirectUri)
            throws JOSEException {
        Asked asked = codes.remove(code);
        if (asked == null || !asked.redirectUri().equals(redirectUri)) {
            return ResponseEntity.badRequest().body(Map.of("error", "invalid_grant"));
        }
        return ResponseEntity.ok(Map.of(
                "access_token", UUID.randomUUID().toString(),
                "token_type", "Bearer",
                "expires_in", LIFE.toSeconds(),
                "id_token", idToken(asked)));
    }

    @GetMapping(path = "/demo/openid/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> keys() throws JOSEException {
        return ResponseEntity.ok(new JWKSet(key().toPublicJWK()).toJSONObject());
    }

    private synchronized RSAKey key() throws JOSEException {
        RSAKey made = key;
        if (made == null) {
            made = new RSAKeyGenerator(2048).keyID("demo").generate();
            key = made;
        }
        return made;
    }

    private String idToken(Asked asked) throws JOSEException {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(UUID.nameUUIDFromBytes(asked.person().pmhKey()).toString())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("nonce", asked.nonce())
                .claim("acr", asked.acr())
                .claim("auth_time", now.getEpochSecond())
                .claim(
                        PMH_KEY,
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(asked.person().pmhKey()))
                .build();
        RSAKey own = key();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(own.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(own));
        return token.serialize();
    }

    private String issuer() {
        return "http://localhost:" + environment.getProperty("local.server.port") + "/demo/openid";
    }
}
