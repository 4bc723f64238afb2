package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kaigo.identity.Accounts;
import kaigo.identity.SignIn;
import kaigo.identity.StaffAccount;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.screens.ScreenText;
import kaigo.screens.Staff;
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
            case SignIn.CodeNeeded half -> throw new CodeNeeded(half.account());
            case SignIn.Refused refused -> throw refused();
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class;
    }

    /** Not signed in yet: a code has to follow. */
    static final class CodeNeeded extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final transient StaffAccount account;

        CodeNeeded(StaffAccount account) {
            super("a code is needed");
            this.account = account;
        }

        StaffAccount account() {
            return account;
        }
    }

    private Authentication signedIn(StaffAccount account) {
        Staff staff = new Staff(
                account.insurer().value(),
                organisation(account),
                account.login(),
                account.displayName(),
                account.role(),
                account.credential());
        return UsernamePasswordAuthenticationToken.authenticated(
                staff, null, List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
    }

    private String organisation(StaffAccount account) {
        return switch (account.role()) {
            case STAFF, VENDOR, MEMBER ->
                insurers.find(account.insurer()).map(Insurer::name).orElse("");
            case FEDERATION ->
                ScreenText.text(
                        "federation",
                        insurers.findPrefecture(account.insurer().value().substring(0, 2))
                                .orElse(""));
            case OPERATOR -> ScreenText.text("operator");
        };
    }

    private static String narrowed(String typed) {
        return Text.trimBlank(Text.narrow(typed));
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("refused");
    }
}
