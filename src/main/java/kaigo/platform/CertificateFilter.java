package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import kaigo.api.ApiError;
import kaigo.api.Problem;
import kaigo.identity.CertificateCheck;
import kaigo.identity.ClientCertificates;
import kaigo.platform.ShownCertificate.Good;
import kaigo.platform.ShownCertificate.Stopped;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 証明書の確認 at every request below {@code /v1}. Whoever passes is an {@link InsurerViewer} of the certificate's insurer
 * and stays below that insurer's path: another's looks like one that does not exist.
 */
final class CertificateFilter extends OncePerRequestFilter {

    private static final String API = "/v1/";

    private final ClientCertificates certificates;
    private final Refusals refusals;

    CertificateFilter(ClientCertificates certificates, Refusals refusals) {
        this.certificates = certificates;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(API);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (ShownCertificate.ofSystem(request, certificates)) {
            case Good(CertificateCheck.Accepted client)
            when client.holder() instanceof InsurerNumber insurer && isOwn(request, insurer) -> {
                enter(InsurerViewer.system(insurer, client.fingerprint(), RequestIds.of(request)));
                chain.doFilter(request, response);
            }
            case Good(CertificateCheck.Accepted client) ->
                refuse(request, response, ApiError.NOT_FOUND, Actors.of(client.holder(), client.fingerprint()));
            case Stopped(ApiError error, String actor) -> refuse(request, response, error, actor);
        }
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, ApiError error, @Nullable String actor) {
        refusals.record(request, error, actor);
        Problem.write(response, error);
    }

    /** Whatever is not below the own insurer's path is not there. */
    private static boolean isOwn(HttpServletRequest request, InsurerNumber insurer) {
        return request.getRequestURI().startsWith(API + "insurers/" + insurer.value() + "/");
    }

    /** Whoever it is, for this request only. */
    static void enter(Object principal) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(principal, "", List.of()));
        SecurityContextHolder.setContext(context);
    }
}
