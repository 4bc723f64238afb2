package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import kaigo.api.ApiError;
import kaigo.api.Problem;
import kaigo.identity.CertificateCheck;
import kaigo.identity.ClientCertificates;
import kaigo.shared.InsurerViewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 証明書の確認 at every request below {@code /v1}. Whoever passes is an {@link InsurerViewer} of the certificate's insurer
 * and stays below that insurer's path: another's looks like one that does not exist.
 */
final class CertificateFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateFilter.class);
    private static final String CHAIN = "jakarta.servlet.request.X509Certificate";
    private static final String API = "/v1/";

    private final ClientCertificates certificates;

    CertificateFilter(ClientCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(API);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.isSecure()) {
            Problem.write(response, ApiError.NOT_FOUND);
            return;
        }
        switch (check(request)) {
            case Passed(CertificateCheck.Accepted client)
            when isOwn(request, client) -> {
                enter(request, client);
                chain.doFilter(request, response);
            }
            case Passed(CertificateCheck.Accepted client) -> Problem.write(response, ApiError.NOT_FOUND);
            case Stopped(ApiError error) -> Problem.write(response, error);
        }
    }

    private sealed interface Checked {}

    private record Passed(CertificateCheck.Accepted client) implements Checked {}

    private record Stopped(ApiError error) implements Checked {}

    private Checked check(HttpServletRequest request) {
        if (!(request.getAttribute(CHAIN) instanceof X509Certificate[] chain) || chain.length == 0) {
            return new Stopped(ApiError.CERTIFICATE_MISSING);
        }
        try {
            return switch (certificates.check(chain[0])) {
                case CertificateCheck.Accepted accepted -> new Passed(accepted);
                case CertificateCheck.Refused refused -> new Stopped(errorOf(refused));
            };
        } catch (DataAccessException e) {
            LOG.warn(
                    "the register of certificates could not be read: {}",
                    e.getClass().getSimpleName());
            return new Stopped(ApiError.UNAVAILABLE);
        }
    }

    private static ApiError errorOf(CertificateCheck.Refused refused) {
        return switch (refused) {
            case REVOKED -> ApiError.CERTIFICATE_REVOKED;
            case EXPIRED -> ApiError.CERTIFICATE_EXPIRED;
            case UNKNOWN -> ApiError.CERTIFICATE_UNKNOWN;
        };
    }

    /** Whatever is not below the own insurer's path is not there. */
    private static boolean isOwn(HttpServletRequest request, CertificateCheck.Accepted client) {
        return request.getRequestURI()
                .startsWith(API + "insurers/" + client.insurer().value() + "/");
    }

    private static void enter(HttpServletRequest request, CertificateCheck.Accepted client) {
        InsurerViewer viewer = InsurerViewer.system(client.insurer(), client.fingerprint(), RequestIds.of(request));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(viewer, "", List.of()));
        SecurityContextHolder.setContext(context);
    }
}
