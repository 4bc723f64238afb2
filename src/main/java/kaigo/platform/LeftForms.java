package kaigo.platform;

import jakarta.servlet.FilterChain;
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
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * 書きかけで離れた用紙: our script (keep.js) brings here what was typed when its page is left, asks for it when the page is opened
 * again, and says when it is thrown away. Before the chains: a page whose time is over has no token that they would take.
 */
@Component
@Order(SessionEnd.BEFORE_SECURITY + 1)
final class LeftForms extends OncePerRequestFilter {

    static final String PATH = "/kept";

    private static final String TO = "to";
    private static final String AGE = "age";

    private final KeptForms kept;
    private final JsonMapper json;

    LeftForms(KeptForms kept, JsonMapper json) {
        this.kept = kept;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        String to = request.getParameter(TO);
        String title = request.getParameter(Page.KEEP_FIELD);
        HttpSession session = request.getSession(false);
        if (to == null || title == null) {
            return;
        }
        String actor = session == null ? ended(request) : Actors.of(request);
        if (actor == null) {
            return;
        }
        if (HttpMethod.POST.matches(request.getMethod())) {
            TypedForm.of(request, to, Set.of(TO, AGE)).ifPresent(form -> keep(form, actor, session, request));
        } else if (session != null && HttpMethod.DELETE.matches(request.getMethod())) {
            UnsentForms.of(session, actor).forget(to, title);
        } else if (session != null) {
            answer(UnsentForms.of(session, actor).find(to, title), response);
        }
    }

    private @Nullable String ended(HttpServletRequest request) {
        return Optional.ofNullable(request.getRequestedSessionId())
                .flatMap(kept::ended)
                .map(Ended::actor)
                .orElse(null);
    }

    private void keep(TypedForm form, String actor, @Nullable HttpSession session, HttpServletRequest request) {
        if (session == null || isOld(session, request)) {
            kept.keep(actor, form);
        } else {
            UnsentForms.of(session, actor).keep(form, session);
        }
    }

    /** The page was left open for longer than a session lasts; another window kept the session alive. */
    private static boolean isOld(HttpSession session, HttpServletRequest request) {
        String seconds = request.getParameter(AGE);
        return seconds != null
                && seconds.matches("[0-9]{1,9}")
                && Integer.parseInt(seconds) >= session.getMaxInactiveInterval();
    }

    private void answer(Optional<TypedForm> form, HttpServletResponse response) throws IOException {
        if (form.isPresent()) {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getOutputStream().write(json.writeValueAsBytes(form.get().fields()));
        }
    }
}
