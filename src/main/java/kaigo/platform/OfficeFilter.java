package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import kaigo.api.ApiError;
import kaigo.identity.CertificateCheck;
import kaigo.identity.CertificateNotice;
import kaigo.identity.ChosenCertificate;
import kaigo.identity.ClientCertificates;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.ScreenSignIn;
import kaigo.identity.ScreenSignIn.Standing;
import kaigo.platform.ShownCertificate.Good;
import kaigo.platform.ShownCertificate.Stopped;
import kaigo.screens.InstitutionUser;
import kaigo.shared.InstitutionId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 証明書の確認 at every request of an institution's screens (settled 23). Without a good certificate there is one page, which
 * says what is wrong with it. A session is good with the certificate only with which it began; a stopped account, a new
 * password or a revoked certificate end it at its next request. With a 仮パスワード one gets no further than to change it.
 */
final class OfficeFilter extends OncePerRequestFilter {

    static final String SCREENS = "/office";

    /** 準備の確認. */
    static final String CHECK = "/office/check";

    private static final String OWN_ACCOUNT = "/office/account";

    /** Attribute of the request: the {@link Client} behind its certificate. */
    static final String CLIENT = OfficeFilter.class.getName() + ".client";

    private final ClientCertificates certificates;
    private final ObjectProvider<ChosenCertificate> chosen;
    private final ScreenSignIn signIn;
    private final Refusals refusals;

    OfficeFilter(
            ClientCertificates certificates,
            ObjectProvider<ChosenCertificate> chosen,
            ScreenSignIn signIn,
            Refusals refusals) {
        this.certificates = certificates;
        this.chosen = chosen;
        this.signIn = signIn;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (shown(request)) {
            case Good(CertificateCheck.Accepted(InstitutionId institution, String fingerprint)) -> {
                Client client = new Client(institution, fingerprint, RequestIds.of(request));
                request.setAttribute(CLIENT, client);
                if (standing(client, request) == Standing.PASSWORD_FIRST
                        && !isOwnAccount(request)
                        && !isCheck(request)) {
                    response.sendRedirect(request.getContextPath() + OWN_ACCOUNT);
                } else {
                    chain.doFilter(request, response);
                }
            }
            case Good(CertificateCheck.Accepted other) -> {
                String actor = Actors.of(other.holder(), other.fingerprint());
                refuse(new Stopped(ApiError.CERTIFICATE_OF_NO_INSTITUTION, actor), request, response, chain);
            }
            case Stopped why -> refuse(why, request, response, chain);
        }
    }

    private ShownCertificate shown(HttpServletRequest request) {
        if (request.isSecure()) {
            return ShownCertificate.of(request, certificates);
        }
        Optional<CertificateCheck.Accepted> named = chosen.stream()
                .map(chooser -> chooser.of(request))
                .flatMap(Optional::stream)
                .findFirst();
        return named.<ShownCertificate>map(one -> ShownCertificate.of(one, certificates))
                .orElseGet(() -> new Stopped(ApiError.CERTIFICATE_MISSING));
    }

    /** Of nobody who is signed in: goes on. */
    private Standing standing(Client client, HttpServletRequest request) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !(signedIn.getPrincipal() instanceof InstitutionUser user)) {
            return Standing.GOES_ON;
        }
        Standing standing = signIn.standing(client, user);
        if (standing == Standing.OVER) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        return standing;
    }

    private static boolean isOwnAccount(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(OWN_ACCOUNT) || path.equals(OWN_ACCOUNT + "/password");
    }

    /** The check of one's own way in works without a certificate too: it says what is wrong with it. */
    private void refuse(Stopped why, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ApiError error = why.error();
        refusals.record(request, error, why.actor());
        request.setAttribute(CertificateNotice.PROBLEM, error);
        if (isCheck(request) && error != ApiError.UNAVAILABLE) {
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
        } else {
            request.getRequestDispatcher(CertificateNotice.PATH).forward(request, response);
        }
    }

    private static boolean isCheck(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(CHECK) || path.equals(CHECK + "/code");
    }
}
