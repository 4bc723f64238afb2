package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.screens.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * スクリプトを使わない端末: where keep.js does not run, only the browser itself can show again what was typed, when somebody goes
 * back to a form that was left; and Chromium and Firefox do so only of a page that they may keep (docs/decisions/0036). Such a
 * browser tells by an image that no other asks for (shared/layout.jte). It is told to forget those pages when the session is
 * over.
 */
@Controller
class WithoutScript {

    static final String PATH = "/no-script";

    /** Spring's own writer of it tells over TLS only. */
    static final String FORGET = "Clear-Site-Data";

    /** What a session bears: the token of its pages when it was told, which is another after each sign-in. */
    private static final String TOLD = WithoutScript.class.getName();

    private static final String ITS_OWN_ONLY = "private, no-cache";

    /** Sent where the browser trusts the line: over TLS, and to its own machine. Only there it forgets when it is told to. */
    private static final String LINE_IS_TRUSTED = "Sec-Fetch-Site";

    /** Sent, on such a line, by Chromium and its kin. */
    private static final String CHROMIUM = "Sec-CH-UA";

    private static final Pattern FIREFOX = Pattern.compile("Firefox/(\\d{1,4})");

    /** The first of which it was seen that it forgets a page when it is told to (0036). */
    private static final int FIREFOX_FORGETS = 153;

    private static final String KEPT = "name=\"" + Page.KEEP_FIELD + "\"";

    /** It begins no session. Told for the first time since somebody signed in, the browser forgets what it kept before. */
    @GetMapping(PATH)
    ResponseEntity<Void> tell(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null && !told(session)) {
            PageTokens.of(session).ifPresent(token -> {
                session.setAttribute(TOLD, token);
                forget(response);
            });
        }
        return ResponseEntity.noContent().build();
    }

    private static boolean told(HttpSession session) {
        Optional<String> token = PageTokens.of(session);
        return token.isPresent() && token.get().equals(session.getAttribute(TOLD));
    }

    /** A page of somebody who is signed in may stay in such a browser if one of its forms is kept. */
    static void letStay(String page, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null
                && told(session)
                && forgets(request)
                && HttpMethod.GET.matches(request.getMethod())
                && page.contains(KEPT)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, ITS_OWN_ONLY);
        }
    }

    private static boolean forgets(HttpServletRequest request) {
        Matcher firefox = FIREFOX.matcher(Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
        boolean known = request.getHeader(CHROMIUM) != null
                || firefox.find() && Integer.parseInt(firefox.group(1)) >= FIREFOX_FORGETS;
        return known && request.getHeader(LINE_IS_TRUSTED) != null;
    }

    /** At the end of a session by its time. */
    static void forget(HttpServletResponse response) {
        response.setHeader(FORGET, "\"cache\"");
    }

    /** Whoever is led to the sign-in, with the cookie of a session that is over. */
    static void forgetIfOver(HttpServletRequest request, HttpServletResponse response) {
        if (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
            forget(response);
        }
    }
}
