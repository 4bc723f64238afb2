package kaigo.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import kaigo.identity.MemberSignIn;
import kaigo.identity.PendingSignIn;
import kaigo.platform.StaffAuthentication.CodeNeeded;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** 断られた、または途中のサインイン: whoever needs a code gets it by mail and goes on; everybody else begins anew. */
@Component
final class HalfSignedIn implements AuthenticationFailureHandler {

    private final MemberSignIn members;

    HalfSignedIn(MemberSignIn members) {
        this.members = members;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        Optional<PendingSignIn> pending =
                why instanceof CodeNeeded half ? members.send(half.account()) : Optional.empty();
        if (pending.isPresent()) {
            request.getSession().setAttribute(PendingSignIn.class.getName(), pending.get());
            response.sendRedirect(request.getContextPath() + "/sign-in/code");
        } else {
            request.getRequestDispatcher("/sign-in/refused").forward(request, response);
        }
    }
}
