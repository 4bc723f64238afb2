package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kaigo.identity.Accounts;
import kaigo.identity.SignIn;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.screens.Staff;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Text;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** サインイン by 保険者番号, ユーザーID and パスワード. Whatever is wrong, the answer is the same. */
@Component
final class StaffAuthentication implements AuthenticationProvider {

    static final String INSURER_FIELD = "insurer";
    static final String STAFF = "STAFF";

    private final Accounts accounts;
    private final Insurers insurers;

    StaffAuthentication(Accounts accounts, Insurers insurers) {
        this.accounts = accounts;
        this.insurers = insurers;
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
        if (!(tried.getDetails() instanceof Details details) || !InsurerNumber.hasForm(details.insurerNumber())) {
            throw refused();
        }
        SignIn answer = accounts.signIn(
                new InsurerNumber(details.insurerNumber()),
                narrowed(tried.getName()),
                String.valueOf(tried.getCredentials()),
                details.requestId());
        return switch (answer) {
            case SignIn.Accepted accepted -> signedIn(accepted);
            case SignIn.Refused refused -> throw refused();
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class;
    }

    private Authentication signedIn(SignIn.Accepted accepted) {
        String insurer = insurers.find(accepted.insurer()).map(Insurer::name).orElse("");
        Staff staff = new Staff(
                accepted.insurer().value(), insurer, accepted.login(), accepted.displayName(), accepted.credential());
        return UsernamePasswordAuthenticationToken.authenticated(
                staff, null, List.of(new SimpleGrantedAuthority("ROLE_" + STAFF)));
    }

    private static String narrowed(String typed) {
        return Text.trimBlank(Text.narrow(typed));
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("refused");
    }
}
