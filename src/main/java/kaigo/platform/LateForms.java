package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
 * ended from elsewhere. Only forms that say so are kept, never
 * one with a password; the others are only led there.
 */
@Component
@Order(SessionEnd.BEFORE_SECURITY + 1)
final class LateForms extends OncePerRequestFilter {

    /** Where our script sends what was typed, when the page goes that it was typed in. */
    static final String LEFT = "/kept";

    private static final Set<String> NOT_TYPED = Set.of(Page.CSRF_FIELD, Page.KEEP_FIELD, Page.KEPT_FIELD);
    private static final Pattern SECRET = Pattern.compile("(?i).*password.*");
    private static final Pattern OWN_PATH = Pattern.compile("/[A-Za-z0-9_-][A-Za-z0-9/_-]*");

    private final KeptForms forms;

    LateForms(KeptForms forms) {
        this.forms = forms;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || request.getRequestedSessionId() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<Ended> ended = session == null ? forms.ended(request.getRequestedSessionId()) : Optional.empty();
        if (request.getRequestURI().equals(LEFT)) {
            left(request, ended.map(Ended::actor).orElseGet(() -> isOld(session, request) ? Actors.of(request) : null));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (ended.isPresent() && isForm(request)) {
            keep(ended.get().actor(), request.getRequestURI(), request);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    HttpHeaders.LOCATION, IdlePage.addressFor(ended.get().user()));
        } else {
            String actor = isKept(request) ? Actors.of(request) : null;
            chain.doFilter(request, response);
            if (actor == null) {
                return;
            }
            if (isEnded(session, request)) { // by its owner from elsewhere, or by somebody who may
                keep(actor, request.getRequestURI(), request);
            } else if (request.getParameter(Page.KEPT_FIELD) != null
                    && response.getStatus() < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                forms.forget(actor);
            }
        }
    }

    private static boolean isKept(HttpServletRequest request) {
        return request.getParameter(Page.KEPT_FIELD) != null || request.getParameter(Page.KEEP_FIELD) != null;
    }

    /** The session that the form came with has ended while it was answered. */
    private static boolean isEnded(@Nullable HttpSession before, HttpServletRequest request) {
        HttpSession after = request.getSession(false);
        return before != null && (after == null || !after.getId().equals(before.getId()));
    }

    /** By a person, not by a script of ours, which is told that the session is over. */
    private static boolean isForm(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null && request.getHeader("X-File-Name") == null;
    }

    private void left(HttpServletRequest request, @Nullable String actor) {
        String to = request.getParameter("to");
        if (actor != null && to != null && OWN_PATH.matcher(to).matches()) {
            keep(actor, to, request);
        }
    }

    /** The page was left open for longer than a session lasts; another window kept the session alive. */
    private static boolean isOld(@Nullable HttpSession session, HttpServletRequest request) {
        String seconds = request.getParameter("age");
        return session != null
                && seconds != null
                && seconds.matches("[0-9]{1,9}")
                && Integer.parseInt(seconds) >= session.getMaxInactiveInterval();
    }

    private void keep(String actor, String path, HttpServletRequest request) {
        String title = request.getParameter(Page.KEEP_FIELD);
        if (title == null) {
            return;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_TYPED.contains(name) && !SECRET.matcher(name).matches() && !isOfAddress(name, request)) {
                fields.put(name, List.of(values));
            }
        });
        forms.keep(actor, title, path, fields);
    }

    private static boolean isOfAddress(String name, HttpServletRequest request) {
        return request.getRequestURI().equals(LEFT) && Set.of("to", "age").contains(name);
    }
}
