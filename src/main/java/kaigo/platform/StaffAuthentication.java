package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kaigo.identity.Accounts;
import kaigo.identity.SignIn;
import kaigo.identity.StaffAccount;
import kaigo.identity.StaffSignIn;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Text;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** サインイン by 保険者番号, ユーザーID and パスワード. Whatever is wrong, the answer is the same. */
@Component
final class StaffAuthentication implements AuthenticationProvider {

    static final String INSURER_FIELD = "insurer";

    private final Accounts accounts;
    private final StaffSignIn signIn;

    StaffAuthentication(Accounts accounts, StaffSignIn signIn) {
        this.accounts = accounts;
        this.signIn = signIn;
    }

    /** What the form holds beside name and password. */
    record Details(String insurerNumber, String requestId) {
        static Details of(HttpServletRequest request) {
            String typed = request.getParameter(INSURER_FIELD);
            return new Details(typed == null ? "" : narrowed(typed), RequestIds.of(request));
        }
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        if (!(tried.getDetails() instanceof Details details)) {
            throw refused();
        }
        if (!InsurerNumber.hasForm(details.insurerNumber())) {
            accounts.refuseUnknown(details.requestId());
            throw refused();
        }
        SignIn answer = accounts.signIn(
                new InsurerNumber(details.insurerNumber()),
                narrowed(tried.getName()),
                String.valueOf(tried.getCredentials()),
                details.requestId());
        return switch (answer) {
            case SignIn.Accepted accepted -> signedIn(accepted.account());
            case SignIn.CodeNeeded half -> throw new HalfWay(half);
            case SignIn.NoAddress none -> throw new HalfWay(none);
            case SignIn.Refused refused -> throw refused();
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class;
    }

    /** The password was right, and more is needed. */
    static final class HalfWay extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final transient SignIn answer;

        HalfWay(SignIn answer) {
            super("not yet signed in");
            this.answer = answer;
        }

        SignIn answer() {
            return answer;
        }
    }

    private Authentication signedIn(StaffAccount account) {
        return UsernamePasswordAuthenticationToken.authenticated(
                signIn.staff(account), null, List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
    }

    private static String narrowed(String typed) {
        return Text.trimBlank(Text.narrow(typed));
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("refused");
    }
}
