package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import kaigo.platform.KeptForms.Ended;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 書きかけで離れた用紙: our script (keep.js) brings here what was typed when its page is left. Before the chains, which would refuse a
 * page whose time is over. While there is a session, only what comes from a page of that very session is kept: another one
 * may have been somebody else's at the same terminal.
 */
@Component
@Order(SessionEnd.BEFORE_SECURITY + 1)
final class LeftForms extends OncePerRequestFilter {

    static final String PATH = "/kept";

    private static final String TO = "to";
    private static final String AGE = "age";
    private static final PageTokens TOKENS = new PageTokens();

    /** As the chains read it. */
    private static final CsrfTokenRequestHandler AS_SENT = new XorCsrfTokenRequestAttributeHandler();

    private final KeptForms kept;

    LeftForms(KeptForms kept) {
        this.kept = kept;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH) || !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        String to = request.getParameter(TO);
        if (to != null) {
            TypedForm.of(request, to, Set.of(TO, AGE)).ifPresent(form -> keep(form, request));
        }
    }

    private void keep(TypedForm form, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            Optional.ofNullable(request.getRequestedSessionId())
                    .flatMap(kept::ended)
                    .map(Ended::actor)
                    .ifPresent(actor -> kept.keep(actor, form));
            return;
        }
        String actor = Actors.of(request);
        if (actor == null || !isOfThisSession(request)) {
            return;
        }
        if (isOld(session, request)) {
            kept.keep(actor, form);
        } else {
            UnsentForms.of(session, actor).keep(form, session);
        }
    }

    private static boolean isOfThisSession(HttpServletRequest request) {
        CsrfToken token = TOKENS.loadToken(request);
        return token != null && token.getToken().equals(AS_SENT.resolveCsrfTokenValue(request, token));
    }

    /** The page was left open for longer than a session lasts; another window kept the session alive. */
    private static boolean isOld(HttpSession session, HttpServletRequest request) {
        String seconds = request.getParameter(AGE);
        return seconds != null
                && seconds.matches("[0-9]{1,9}")
                && Integer.parseInt(seconds) >= session.getMaxInactiveInterval();
    }
}
