package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.screens.Page;
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

    /** Sent, over TLS, by Chromium and its kin. */
    private static final String CHROMIUM = "Sec-CH-UA";

    private static final Pattern FIREFOX = Pattern.compile("Firefox/(\\d{1,4})");

    /** The first of which it was seen that it forgets a page when it is told to (0036). */
    private static final int FIREFOX_FORGETS = 153;

    private static final String KEPT = "name=\"" + Page.KEEP_FIELD + "\"";
    private static final Pattern FORM = Pattern.compile("<form((?:[^>\"]++|\"[^\"]*+\")*+)>");

    private static final HeaderWriter FORGET = new ClearSiteDataHeaderWriter(Directive.CACHE);

    /**
     * What such a session bears.
     *
     * @param token of its pages, another after each sign-in, also if that was into a session that somebody else had left
     * @param mark the name of a control, and the beginning of the names of forms
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

    /** What the forms of a page are marked with if the page may stay in this browser. */
    static Optional<String> mark(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && request.isSecure() && forgets(request) && HttpMethod.GET.matches(request.getMethod())
                ? mark(session)
                : Optional.empty();
    }

    private static boolean forgets(HttpServletRequest request) {
        Matcher firefox = FIREFOX.matcher(Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
        return request.getHeader(CHROMIUM) != null
                || firefox.find() && Integer.parseInt(firefox.group(1)) >= FIREFOX_FORGETS;
    }

    /**
     * A page may stay if one of its forms is kept. What was typed in one session the browser puts into no form of another:
     * Chromium and its kin know a form again by its first controls, Firefox by its name, and after each sign-in both are others.
     */
    static String letStay(String page, String mark, HttpServletResponse response) {
        if (!page.contains(KEPT)) {
            return page;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, ITS_OWN_ONLY);
        AtomicInteger number = new AtomicInteger();
        return FORM.matcher(page)
                .replaceAll(form ->
                        Matcher.quoteReplacement("<form name=\"%s-%d\"%s><input type=\"hidden\" name=\"%s\" disabled>"
                                .formatted(mark, number.incrementAndGet(), form.group(1), mark)));
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
