package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * スクリプトを使わない端末: where keep.js does not run, only the browser itself can show again what was typed, when somebody goes
 * back to a form that was left; and it does so only of a page that it may keep (docs/decisions/0036). Such a browser tells by
 * an image that no other asks for (shared/layout.jte). It is told to forget those pages when the session is over.
 */
@Controller
class WithoutScript {

    static final String PATH = "/no-script";

    private static final String TOLD = WithoutScript.class.getName();
    private static final String ITS_OWN_ONLY = "private, no-cache";

    /** Sent, over TLS, by Chromium and its kin: they forget a page when they are told to. Firefox 153 shows it again (0036). */
    private static final String FORGETS = "Sec-CH-UA";

    private static final HeaderWriter FORGET = new ClearSiteDataHeaderWriter(Directive.CACHE);

    /**
     * What such a session bears.
     *
     * @param token of its pages, another after each sign-in, also if that was into a session that somebody else had left
     * @param mark the name of a control
     */
    private record Told(String token, String mark) {}

    /** It begins no session. Told for the first time since somebody signed in, the browser forgets what it kept before. */
    @GetMapping(PATH)
    ResponseEntity<Void> tell(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null && mark(session).isEmpty()) {
            PageTokens.of(session).ifPresent(token -> {
                session.setAttribute(TOLD, new Told(token, "mark-" + UUID.randomUUID()));
                forget(request, response);
            });
        }
        return ResponseEntity.noContent().build();
    }

    private static Optional<String> mark(HttpSession session) {
        return session.getAttribute(TOLD) instanceof Told(String token, String mark)
                        && PageTokens.of(session).filter(token::equals).isPresent()
                ? Optional.of(mark)
                : Optional.empty();
    }

    /**
     * A page with a form that is kept may stay in such a browser.
     *
     * @return the name of a control of that form, another after each sign-in: what was typed before, the browser does not put
     *     into a form that has it; null if the page may not stay
     */
    static @Nullable String letKeep(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !request.isSecure()
                || request.getHeader(FORGETS) == null
                || !HttpMethod.GET.matches(request.getMethod())) {
            return null;
        }
        Optional<String> mark = mark(session);
        mark.ifPresent(told -> response.setHeader(HttpHeaders.CACHE_CONTROL, ITS_OWN_ONLY));
        return mark.orElse(null);
    }

    /** At the end of a session by its time. */
    static void forget(HttpServletRequest request, HttpServletResponse response) {
        FORGET.writeHeaders(request, response);
    }

    /** Whoever is led to the sign-in, with the cookie of a session that is over. */
    static void forgetIfOver(HttpServletRequest request, HttpServletResponse response) {
        if (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
            forget(request, response);
        }
    }
}
