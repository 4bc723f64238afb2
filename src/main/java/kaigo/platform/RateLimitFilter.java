package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kaigo.api.ApiError;
import kaigo.api.Problem;
import kaigo.platform.RateLimits.Share;
import kaigo.shared.InstitutionViewer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 要求数の上限 at every request of somebody who has signed in, told in the fields of draft-ietf-httpapi-ratelimit-headers-11
 * (2026-05): {@code RateLimit-Policy} says what holds, {@code RateLimit} what is left of it.
 */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final String POLICY = "\"account\"";

    private final RateLimits limits;
    private final Refusals refusals;
    private final String policy;

    RateLimitFilter(RateLimits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
        this.policy = POLICY + ";q=" + limits.quota() + ";w=" + RateLimits.seconds();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !(signedIn.getPrincipal() instanceof InstitutionViewer viewer)) {
            chain.doFilter(request, response);
            return;
        }
        Share share = limits.take(viewer);
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader("RateLimit", POLICY + ";r=" + share.remaining() + ";t=" + share.reset());
        if (share.granted()) {
            chain.doFilter(request, response);
        } else {
            refusals.record(request, Refusals.Kind.TOO_MANY_REQUESTS);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(share.reset()));
            Problem.write(response, ApiError.TOO_MANY_REQUESTS);
        }
    }
}
