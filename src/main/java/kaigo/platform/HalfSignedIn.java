package kaigo.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import kaigo.identity.PendingSignIn;
import kaigo.identity.SignIn;
import kaigo.identity.SignInProblem;
import kaigo.identity.StaffSignIn;
import kaigo.platform.StaffAuthentication.HalfWay;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** 断られた、または途中のサインイン: whoever needs a code gets it by mail and goes on; everybody else begins anew. */
@Component
final class HalfSignedIn implements AuthenticationFailureHandler {

    private final StaffSignIn signIn;

    HalfSignedIn(StaffSignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        SignIn answer = why instanceof HalfWay half ? half.answer() : new SignIn.Refused();
        SignInProblem problem = SignInProblem.REFUSED;
        if (answer instanceof SignIn.CodeNeeded needed) {
            Optional<PendingSignIn> pending = signIn.send(needed);
            if (pending.isPresent()) {
                request.getSession().setAttribute(PendingSignIn.class.getName(), pending.get());
                response.sendRedirect(request.getContextPath() + "/sign-in/code");
                return;
            }
            problem = SignInProblem.MAIL_NOT_SENT;
        } else if (answer instanceof SignIn.NoAddress) {
            problem = SignInProblem.NO_ADDRESS;
        }
        request.setAttribute(SignInProblem.class.getName(), problem);
        request.getRequestDispatcher("/sign-in/refused").forward(request, response);
    }
}
