package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import kaigo.identity.SessionEntry;
import kaigo.screens.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** 画面の印 against requests of other sites: kept as the framework keeps it, but of 256 random bits (its own are a UUID). */
final class PageTokens implements CsrfTokenRepository {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without padding. */
    private static final int LENGTH = (BYTES * 4 + 2) / 3;

    /** As the chains read what a page sends; only its length counts. */
    private static final CsrfTokenRequestHandler AS_SENT = new XorCsrfTokenRequestAttributeHandler();

    private static final CsrfToken NAMES = new DefaultCsrfToken("X-CSRF-TOKEN", Page.CSRF_FIELD, "-".repeat(LENGTH));

    private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

    PageTokens() {
        session.setSessionAttributeName(SessionEntry.PAGE_TOKEN);
    }

    /** The token that came with a form, whatever the session it came with. */
    static Optional<String> sentWith(HttpServletRequest request) {
        return Optional.ofNullable(AS_SENT.resolveCsrfTokenValue(request, NAMES));
    }

    /** The token of the session's pages; empty before the first form. */
    static Optional<String> of(HttpSession session) {
        return session.getAttribute(SessionEntry.PAGE_TOKEN) instanceof CsrfToken token
                ? Optional.of(token.getToken())
                : Optional.empty();
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        CsrfToken names = session.generateToken(request);
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new DefaultCsrfToken(names.getHeaderName(), names.getParameterName(), token);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        session.saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return session.loadToken(request);
    }
}
