package kaigo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.OwnSessions;
import kaigo.identity.Passkeys;
import kaigo.identity.SessionEntry;
import kaigo.screens.InstitutionUser;
import kaigo.screens.ScreenText;
import kaigo.shared.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** パスキー: what the page's script sends and gets. What was asked stays in the session, and is answered once. */
@Controller
class PasskeyPages {

    private static final String CREATION = PublicKeyCredentialCreationOptions.class.getName();
    private static final String REQUEST = PublicKeyCredentialRequestOptions.class.getName();
    private static final int LONGEST_LABEL = 40;

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final Passkeys passkeys;
    private final OwnSessions sessions;
    private final SessionEntry entry = new SessionEntry();

    PasskeyPages(Passkeys passkeys, OwnSessions sessions) {
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    @PostMapping("/office/passkeys/options")
    ResponseEntity<String> creation(
            @AuthenticationPrincipal InstitutionUser user,
            Client client,
            HttpSession session,
            @RequestParam(defaultValue = "") String passkeyPassword) {
        Optional<PublicKeyCredentialCreationOptions> options = passkeys.creation(client, user, passkeyPassword);
        if (options.isEmpty()) {
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, Map.of("problem", ScreenText.text("account.wrong.WRONG")));
        }
        session.setAttribute(CREATION, options.get());
        return json(options.get());
    }

    @PostMapping(path = "/office/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> add(
            @AuthenticationPrincipal InstitutionUser user,
            Client client,
            ServletWebRequest exchange,
            @RequestParam(defaultValue = "") String label,
            @RequestBody String made) {
        HttpSession session = exchange.getRequest().getSession();
        Object asked = session.getAttribute(CREATION);
        session.removeAttribute(CREATION);
        String name = Text.trimBlank(label);
        Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> passkey = read(made, new TypeReference<>() {});
        boolean added = asked instanceof PublicKeyCredentialCreationOptions options
                && passkey.isPresent()
                && !name.isEmpty()
                && name.length() <= LONGEST_LABEL
                && passkeys.add(user, options, passkey.get(), name, client.requestId());
        if (added && "true".equals(exchange.getParameter("others"))) {
            HttpServletResponse response = Objects.requireNonNull(exchange.getResponse());
            entry.enter(sessions.endOthers(client, user), exchange.getRequest(), response);
        }
        return added ? json(Map.of("next", "/office?passkey=added")) : refused();
    }

    @PostMapping("/office/sign-in/passkey/options")
    ResponseEntity<String> request(HttpSession session) {
        PublicKeyCredentialRequestOptions options = passkeys.request();
        session.setAttribute(REQUEST, options);
        return json(options);
    }

    @PostMapping(path = "/office/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> signIn(
            Client client, HttpServletRequest request, HttpServletResponse response, @RequestBody String shown) {
        HttpSession session = request.getSession();
        Object asked = session.getAttribute(REQUEST);
        session.removeAttribute(REQUEST);
        Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> passkey = read(shown, new TypeReference<>() {});
        if (!(asked instanceof PublicKeyCredentialRequestOptions options) || passkey.isEmpty()) {
            return refused();
        }
        Optional<InstitutionUser> user = passkeys.signIn(client, options, passkey.get());
        user.ifPresent(one -> entry.enter(one, request, response));
        return user.isPresent() ? json(Map.of("next", "/office")) : refused();
    }

    private static <T> Optional<T> read(String text, TypeReference<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(text, type));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<String> json(Object value) {
        return answer(HttpStatus.OK, value);
    }

    private static ResponseEntity<String> refused() {
        return answer(HttpStatus.UNAUTHORIZED, Map.of());
    }

    private static ResponseEntity<String> answer(HttpStatus status, Object value) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(value));
    }
}
