package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import kaigo.identity.Accounts;
import kaigo.identity.ScreenSignIn.Standing;
import kaigo.screens.Staff;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * アカウントの停止, another password, or its owner from elsewhere ends the session at its next request: no state of an account
 * is kept (settled 19).
 * With a 仮パスワード one gets no further than to change it.
 */
final class StaffStillActive extends OncePerRequestFilter {

    private static final String OWN_ACCOUNT = "/account";

    private final Accounts accounts;

    StaffStillActive(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/static/") || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (standing()) {
            case GOES_ON -> {}
            case PASSWORD_FIRST -> {
                if (!mayChangePassword(request)) {
                    response.sendRedirect(request.getContextPath() + OWN_ACCOUNT);
                    return;
                }
            }
            case OVER -> {
                SecurityContextHolder.clearContext();
                HttpSession session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            }
        }
        chain.doFilter(request, response);
    }

    /** Of nobody who is signed in: goes on. */
    private Standing standing() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof Staff staff
                ? accounts.standing(staff)
                : Standing.GOES_ON;
    }

    private static boolean mayChangePassword(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(OWN_ACCOUNT) || path.equals(OWN_ACCOUNT + "/password");
    }
}
