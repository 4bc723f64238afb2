package kaigo.identity.api;

import java.time.InstantSource;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.api.Envelope;
import kaigo.identity.InstitutionSessions;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.Tokens;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** サインイン、更新、サインアウト (webservice.md 14; contract: openapi/reading-v1.yaml). */
@RestController
@RequestMapping(path = "/api/v1/auth", produces = MediaType.APPLICATION_JSON_VALUE)
class SignInApi {

    private static final int SCHEME = "Bearer ".length();

    private final InstitutionSessions sessions;
    private final InstantSource clock;

    SignInApi(InstitutionSessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    record SignIn(@Nullable String userId, @Nullable String password) {
        @Override
        public String toString() {
            return "SignIn[…]";
        }
    }

    record Refresh(@Nullable String refreshToken) {
        @Override
        public String toString() {
            return "Refresh[…]";
        }
    }

    /** @param accessExpiresIn seconds */
    record TokenAnswer(String accessToken, String refreshToken, long accessExpiresIn, long refreshExpiresIn) {
        static TokenAnswer of(Tokens tokens) {
            return new TokenAnswer(
                    tokens.access(),
                    tokens.refresh(),
                    tokens.accessLife().toSeconds(),
                    tokens.refreshLife().toSeconds());
        }

        @Override
        public String toString() {
            return "TokenAnswer[…]";
        }
    }

    record Nothing() {}

    /** Who asks: for a program that wants to know whether its token is good. */
    record Me(String institution, String userId) {}

    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<TokenAnswer> signIn(@AuthenticationPrincipal Client client, @RequestBody SignIn asked) {
        if (asked.userId() == null || asked.password() == null) {
            throw new ApiRefusal(ApiError.BAD_REQUEST);
        }
        return sessions.signIn(client, asked.userId(), asked.password())
                .map(tokens -> Envelope.ok(TokenAnswer.of(tokens), client.requestId(), clock.instant()))
                .orElseThrow(() -> new ApiRefusal(ApiError.SIGN_IN_REFUSED));
    }

    @PostMapping(path = "/refresh", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<TokenAnswer> refresh(@AuthenticationPrincipal Client client, @RequestBody Refresh asked) {
        if (asked.refreshToken() == null) {
            throw new ApiRefusal(ApiError.BAD_REQUEST);
        }
        return sessions.refresh(client, asked.refreshToken())
                .map(tokens -> Envelope.ok(TokenAnswer.of(tokens), client.requestId(), clock.instant()))
                .orElseThrow(() -> new ApiRefusal(ApiError.TOKEN_NOT_GOOD));
    }

    @GetMapping("/me")
    Envelope<Me> show(@AuthenticationPrincipal InstitutionViewer viewer) {
        Me me = new Me(viewer.institution().holder(), viewer.login());
        return Envelope.ok(me, viewer.requestId(), clock.instant());
    }

    @PostMapping("/logout")
    Envelope<Nothing> signOut(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        sessions.end(viewer, authorization.substring(SCHEME));
        return Envelope.ok(new Nothing(), viewer.requestId(), clock.instant());
    }
}
