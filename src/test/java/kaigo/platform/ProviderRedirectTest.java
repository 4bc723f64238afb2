package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import kaigo.TestServer;
import kaigo.identity.OpenIdClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;

/** A provider that leads elsewhere, whatever it is asked: nobody goes there. */
class ProviderRedirectTest {

    /** Of no key, but with the form of a token: its key is asked for. */
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiIsImtpZCI6Im9uZSJ9.e30.AAAA";

    private final List<String> visited = new CopyOnWriteArrayList<>();
    private HttpServer provider;

    @BeforeEach
    void begin() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            visited.add(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void end() {
        provider.stop(0);
    }

    @Test
    void what_it_tells_about_itself_is_asked_for_at_its_own_address_only() {
        OpenIdClient client = new OpenIdClient(address(""), "kiban-test", "secret", Set.of("card"));
        assertThatThrownBy(client::registration).isInstanceOf(IllegalStateException.class);
        assertThat(visited).containsExactly("/.well-known/openid-configuration");
    }

    @Test
    void another_issuer_at_its_address_and_keys_by_another_protocol_are_refused() {
        answer("/other", "https://other.example", address("").toString());
        answer("/mixed", address("/mixed").toString(), "https://keys.example");
        answer("/good", address("/good").toString(), address("").toString());
        for (String wrong : List.of("/other", "/mixed")) {
            assertThatThrownBy(() ->
                            new OpenIdClient(address(wrong), "kiban-test", "secret", Set.of("card")).registration())
                    .isInstanceOf(IllegalStateException.class);
        }
        ClientRegistration good =
                new OpenIdClient(address("/good"), "kiban-test", "secret", Set.of("card")).registration();
        assertThat(good.getProviderDetails().getTokenUri())
                .isEqualTo(address("/token").toString());
        assertThat(good.getProviderDetails().getUserInfoEndpoint().getUri()).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void its_keys_are_asked_for_at_their_own_address_only() {
        var decoder = ((JwtDecoderFactory<ClientRegistration>) TestServer.bean(JwtDecoderFactory.class))
                .createDecoder(registration());
        assertThatThrownBy(() -> decoder.decode(TOKEN)).isInstanceOf(JwtException.class);
        assertThat(visited).containsOnly("/keys");
    }

    @Test
    @SuppressWarnings("unchecked")
    void our_secret_and_the_code_go_to_its_token_address_only() {
        var tokens = (OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest>)
                TestServer.bean(OAuth2AccessTokenResponseClient.class);
        OAuth2AuthorizationCodeGrantRequest code = new OAuth2AuthorizationCodeGrantRequest(
                registration(),
                new OAuth2AuthorizationExchange(
                        OAuth2AuthorizationRequest.authorizationCode()
                                .authorizationUri("https://provider.example/authorize")
                                .clientId("kiban-test")
                                .redirectUri("https://kiban.example/back")
                                .state("state")
                                .build(),
                        OAuth2AuthorizationResponse.success("code")
                                .redirectUri("https://kiban.example/back")
                                .state("state")
                                .build()));
        assertThatThrownBy(() -> tokens.getTokenResponse(code)).isInstanceOf(OAuth2AuthorizationException.class);
        assertThat(visited).containsExactly("/token");
    }

    private void answer(String path, String issuer, String keysAt) {
        String text = """
                {"issuer": "%s", "authorization_endpoint": "https://provider.example/authorize", "token_endpoint": "%s",
                 "jwks_uri": "%s/keys", "userinfo_endpoint": "https://provider.example/user",
                 "subject_types_supported": ["public"]}""".formatted(issuer, address("/token"), keysAt);
        provider.createContext(path, exchange -> say(exchange, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void say(HttpExchange exchange, byte[] json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    private ClientRegistration registration() {
        return ClientRegistration.withRegistrationId("test")
                .clientId("kiban-test")
                .clientSecret("secret")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/back")
                .scope("openid")
                .authorizationUri("https://provider.example/authorize")
                .tokenUri(address("/token").toString())
                .jwkSetUri(address("/keys").toString())
                .build();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + provider.getAddress().getPort() + path);
    }
}
