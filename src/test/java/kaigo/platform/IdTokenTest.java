package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.demo.DemoPersons;
import kaigo.identity.PersonProvider;
import kaigo.shared.MyNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;

/** Whom an ID token is believed from: the named provider, for us, now, signed with its own key, of a strong sign-in. */
class IdTokenTest {

    private static final String ISSUER = "https://provider.example";
    private static final String CLIENT = "kiban-test";

    private static HttpServer keys;
    private static RSAKey key;
    private static RSAKey stranger;

    private final Instant now = Systems.now();

    @BeforeAll
    static void a_provider_with_its_keys() throws JOSEException, IOException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        stranger = new RSAKeyGenerator(2048).keyID("one").generate();
        byte[] set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        keys.start();
    }

    @AfterAll
    static void end() {
        keys.stop(0);
    }

    @Test
    void a_token_of_the_provider_for_us_is_believed() throws JOSEException {
        assertThat(decoder().decode(signed(claims(), key)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void a_token_without_its_signature_or_by_another_key_is_not() throws JOSEException {
        refused(new PlainJWT(claims().build()).serialize());
        refused(signed(claims(), stranger));
        String good = signed(claims(), key);
        String other = signed(claims().claim("pmh_key", "AAAA"), key);
        refused(good.substring(0, good.indexOf('.'))
                + other.substring(other.indexOf('.'), other.lastIndexOf('.'))
                + good.substring(good.lastIndexOf('.')));
    }

    @Test
    void a_token_by_an_algorithm_that_was_not_agreed_is_not() throws JOSEException {
        byte[] publicKey = key.toRSAPublicKey().getEncoded();
        SignedJWT confused = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        confused.sign(new MACSigner(publicKey));
        refused(confused.serialize());
        SignedJWT longer = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("one").build(), claims().build());
        longer.sign(new RSASSASigner(key));
        refused(longer.serialize());
    }

    @Test
    void a_token_that_brings_its_own_key_is_not() throws JOSEException {
        SignedJWT own = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwk(stranger.toPublicJWK())
                        .build(),
                claims().build());
        own.sign(new RSASSASigner(stranger));
        refused(own.serialize());
    }

    @Test
    void a_token_for_somebody_else_of_somebody_else_or_of_another_time_is_not() throws JOSEException {
        refused(signed(claims().audience("another-client"), key));
        refused(signed(claims().issuer("https://other.example"), key));
        refused(signed(claims().expirationTime(Date.from(now.minusSeconds(600))), key));
        refused(signed(claims().notBeforeTime(Date.from(now.plusSeconds(600))), key));
        refused(signed(claims().issueTime(Date.from(now.plusSeconds(600))), key));
        refused(signed(claims().subject(null), key));
    }

    @Test
    void a_token_of_a_weaker_sign_in_or_of_an_old_one_is_not() throws JOSEException {
        refused(signed(claims().claim("acr", "password"), key));
        refused(signed(claims().claim("acr", null), key));
        refused(signed(claims().claim("acr", List.of("password")), key));
        refused(signed(claims().claim("auth_time", now.minusSeconds(400).getEpochSecond()), key));
        refused(signed(claims().claim("auth_time", now.plusSeconds(400).getEpochSecond()), key));
        refused(signed(claims().claim("auth_time", null), key));
        refused(signed(claims().claim("auth_time", "just now"), key));
    }

    @Test
    void whoever_signs_in_by_another_means_is_asked_for_the_right_one_and_refused_on_record() {
        TestServer.bean(DemoPersons.class)
                .add("0000088888", "架空　無名", "99900008888" + MyNumber.checkDigit("99900008888"));
        Browser browser = new Browser();
        HttpResponse<String> choice = browser.get("/my/sign-in/to/kiban");
        assertThat(choice.uri().getQuery()).contains("max_age=300", "acr_values=urn:kiban:demo:my-number-card");

        HttpResponse<String> back = browser.get(
                "/demo/openid/as?person=0000088888&acr=password&" + choice.uri().getRawQuery());
        String again = back.body().replaceAll("(?s).*url=([^\"]+)\".*", "$1").replace("&amp;", "&");
        HttpResponse<String> refused = browser.get(again);
        assertThat(refused.uri().getPath() + "?" + refused.uri().getQuery()).isEqualTo("/my/sign-in?refused");
        assertThat(TestServer.bean(JdbcClient.class)
                        .sql("select event || ' ' || actor from audit.entry where request_id = ?")
                        .param(refused.previousResponse()
                                .orElseThrow()
                                .headers()
                                .firstValue("X-Request-Id")
                                .orElseThrow())
                        .query(String.class)
                        .list())
                .containsExactly("SIGN_IN_REFUSED insured:unknown");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(CLIENT)
                .subject("somebody")
                .claim(
                        "acr",
                        TestServer.bean(PersonProvider.class).acr().iterator().next())
                .claim("auth_time", now.minusSeconds(100).getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey by) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    private static void refused(String token) {
        JwtDecoder decoder = decoder();
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    @SuppressWarnings("unchecked")
    private static JwtDecoder decoder() {
        String address = "http://localhost:" + keys.getAddress().getPort();
        return ((JwtDecoderFactory<ClientRegistration>) TestServer.bean(JwtDecoderFactory.class))
                .createDecoder(ClientRegistration.withRegistrationId("test")
                        .clientId(CLIENT)
                        .clientSecret("secret")
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("{baseUrl}/my/sign-in/back/{registrationId}")
                        .scope("openid")
                        .issuerUri(ISSUER)
                        .authorizationUri(ISSUER + "/authorize")
                        .tokenUri(ISSUER + "/token")
                        .jwkSetUri(address + "/keys")
                        .build());
    }
}
