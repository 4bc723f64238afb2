package kaigo.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import kaigo.screens.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * 入室: from the last step of a sign-in on, the session is somebody's, under a new id (no session fixation). The token of its
 * pages goes with whoever had the session before; one who only gets new rights keeps it, and so the pages of other windows.
 */
public final class SessionEntry {

    /** Under which name the session has the token of its pages. */
    public static final String PAGE_TOKEN = SessionEntry.class.getName() + ".pageToken";

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    public void enter(SignedIn user, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        if (!isTheSame(user, SecurityContextHolder.getContext().getAuthentication())) {
            request.getSession().removeAttribute(PAGE_TOKEN);
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                user, null, List.of(new SimpleGrantedAuthority("ROLE_" + user.part()))));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    private static boolean isTheSame(SignedIn user, @Nullable Authentication before) {
        return before != null
                && before.getPrincipal() instanceof SignedIn other
                && other.getClass() == user.getClass()
                && other.getName().equals(user.getName());
    }
}
