package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import kaigo.api.ApiError;
import kaigo.api.Problem;
import kaigo.identity.CertificateCheck;
import kaigo.identity.ClientCertificates;
import kaigo.identity.InstitutionSessions;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.platform.ShownCertificate.Good;
import kaigo.platform.ShownCertificate.Stopped;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 証明書とトークンの確認 at every request below {@code /api/v1}. The institution is the certificate's, never the body's.
 * Whoever signs in is a {@link Client}; whoever has a good token of that very certificate an {@link InstitutionViewer}.
 */
final class InstitutionFilter extends OncePerRequestFilter {

    static final String API = "/api/v1/";

    private static final String SIGN_IN = API + "auth/login";
    private static final String REFRESH = API + "auth/refresh";
    private static final String BEARER = "Bearer ";

    private final ClientCertificates certificates;
    private final InstitutionSessions sessions;
    private final Refusals refusals;

    InstitutionFilter(ClientCertificates certificates, InstitutionSessions sessions, Refusals refusals) {
        this.certificates = certificates;
        this.sessions = sessions;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (ShownCertificate.ofSystem(request, certificates)) {
            case Good(CertificateCheck.Accepted(InstitutionId institution, String fingerprint)) ->
                goOn(new Client(institution, fingerprint, RequestIds.of(request)), request, response, chain);
            case Good(CertificateCheck.Accepted other) -> {
                String actor = Actors.of(other.holder(), other.fingerprint());
                refuse(request, response, ApiError.CERTIFICATE_OF_NO_INSTITUTION, actor);
            }
            case Stopped(ApiError error, String actor) -> refuse(request, response, error, actor);
        }
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, ApiError error, @Nullable String actor) {
        refusals.record(request, error, actor);
        Problem.write(response, error);
    }

    private void goOn(Client client, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (path.equals(SIGN_IN) || path.equals(REFRESH)) {
            CertificateFilter.enter(client);
            chain.doFilter(request, response);
            return;
        }
        String actor = Actors.of(client.institution(), client.fingerprint());
        String token = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (token == null || !token.startsWith(BEARER)) {
            refuse(request, response, ApiError.TOKEN_MISSING, actor);
            return;
        }
        Optional<InstitutionViewer> viewer;
        try {
            viewer = sessions.find(client, token.substring(BEARER.length()));
        } catch (DataAccessException e) {
            Problem.write(response, ApiError.UNAVAILABLE);
            return;
        }
        if (viewer.isEmpty()) {
            refuse(request, response, ApiError.TOKEN_NOT_GOOD, actor);
            return;
        }
        CertificateFilter.enter(viewer.get());
        chain.doFilter(request, response);
    }
}
