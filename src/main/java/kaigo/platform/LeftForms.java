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
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 書きかけで離れた用紙: our script (keep.js) brings here what was typed when its page is left. Before the chains, which would refuse a
 * page whose time is over. Whose it is the page's token says, not the session of the moment: that may be somebody else's at the
 * same terminal.
 */
@Component
@Order(SessionEnd.BEFORE_SECURITY + 1)
final class LeftForms extends OncePerRequestFilter {

    static final String PATH = "/kept";

    private static final String TO = "to";
    private static final String AGE = "age";

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
        Optional<String> token = PageTokens.sentWith(request);
        HttpSession session = request.getSession(false);
        String actor = Actors.of(request);
        if (session != null && actor != null && token.equals(PageTokens.of(session))) {
            if (isOld(session, request)) {
                kept.keep(actor, form);
            } else {
                UnsentForms.of(session, actor).keep(form, session);
            }
        }
        // Its session may have ended while this was done, or another one may have begun since at the same terminal.
        token.flatMap(kept::ended).map(Ended::actor).ifPresent(owner -> kept.keep(owner, form));
    }

    /** The page was left open for longer than a session lasts; another window kept the session alive. */
    private static boolean isOld(HttpSession session, HttpServletRequest request) {
        String seconds = request.getParameter(AGE);
        return seconds != null
                && seconds.matches("[0-9]{1,9}")
                && Integer.parseInt(seconds) >= session.getMaxInactiveInterval();
    }
}
