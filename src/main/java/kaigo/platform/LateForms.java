package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import kaigo.platform.KeptForms.Ended;
import kaigo.screens.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 時間切れのあとに届いた用紙: before the chains, which would refuse it for its page's token. Nothing is done of what it asks for:
 * what was typed is kept ({@link KeptForms}), and whoever sent it is led to the sign-in. So it is with a form whose session was
 * ended from elsewhere. What a form in time brought is kept ({@link UnsentForms}) until it is answered without an error.
 * Only forms that say so are kept ({@link TypedForm}); the others are only led to the sign-in.
 */
@Component
@Order(SessionEnd.BEFORE_SECURITY + 1)
final class LateForms extends OncePerRequestFilter {

    private final KeptForms kept;

    LateForms(KeptForms kept) {
        this.kept = kept;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || request.getRequestedSessionId() == null
                || request.getRequestURI().equals(LeftForms.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        String actor = Actors.of(request);
        Optional<Ended> ended = isForm(request) ? PageTokens.sentWith(request).flatMap(kept::ended) : Optional.empty();
        if (ended.isPresent()) {
            typed(request).ifPresent(form -> kept.keep(ended.get().actor(), form));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, next(ended.get(), actor));
            return;
        }
        Optional<TypedForm> form = session == null ? Optional.empty() : typed(request);
        chain.doFilter(request, response);
        if (session == null || actor == null) {
            return;
        }
        if (isEnded(session, request)) { // by its owner from elsewhere, or by somebody who may
            form.ifPresent(one -> kept.keep(actor, one));
            return;
        }
        if (isKept(request) && response.getStatus() < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            kept.forget(actor);
        }
        form.ifPresent(one -> answered(one, response, session, actor));
    }

    /** To the sign-in, or to what was kept if that was done already, in another window. */
    private static String next(Ended ended, @Nullable String now) {
        return ended.actor().equals(now) ? ended.user().part().home() : IdlePage.addressFor(ended.user());
    }

    /** What was refused for its page's token, or for who sent it, is not kept: it may be somebody else's. */
    private static void answered(TypedForm form, HttpServletResponse response, HttpSession session, String actor) {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST) {
            UnsentForms.of(session, actor).forget(form.path(), form.title());
        } else if (status == HttpServletResponse.SC_UNPROCESSABLE_CONTENT
                || status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            UnsentForms.of(session, actor).keep(form, session);
        }
    }

    private static Optional<TypedForm> typed(HttpServletRequest request) {
        return TypedForm.of(request, request.getRequestURI(), Set.of());
    }

    private static boolean isKept(HttpServletRequest request) {
        return request.getParameter(Page.KEPT_FIELD) != null;
    }

    /** The session that the form came with has ended while it was answered. */
    private static boolean isEnded(HttpSession before, HttpServletRequest request) {
        HttpSession after = request.getSession(false);
        return after == null || !after.getId().equals(before.getId());
    }

    /** By a person, not by a script of ours, which is told that the session is over. */
    private static boolean isForm(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null && request.getHeader("X-File-Name") == null;
    }
}
