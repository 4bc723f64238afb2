package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import kaigo.api.ApiError;
import kaigo.api.ApiExceptions;
import kaigo.api.Problem;
import kaigo.audit.Origin;
import kaigo.platform.RateLimits.Share;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * サインインの回数の上限 of one 接続元, wherever a password or a code may be tried: before any of it is computed, as that costs
 * more than to ask. Generous, for many of an office share one address.
 */
final class SignInLimit extends OncePerRequestFilter {

    private static final RequestMatcher TRIES = new OrRequestMatcher(Stream.of(
                    "/sign-in",
                    "/sign-in/**",
                    "/office/sign-in",
                    "/office/sign-in/**",
                    OfficeFilter.CHECK,
                    OfficeFilter.CHECK + "/**",
                    InstitutionFilter.API + "auth/login")
            .<RequestMatcher>map(
                    path -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path))
            .toList());

    private final RateLimits limits;
    private final Refusals refusals;

    SignInLimit(RateLimits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !TRIES.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Share share = limits.take(Origin.network());
        if (share.granted()) {
            chain.doFilter(request, response);
            return;
        }
        refusals.record(request, Refusals.Kind.TOO_MANY_SIGN_INS, null);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(share.reset()));
        if (ApiExceptions.isOperation(request.getRequestURI())) {
            Problem.write(response, ApiError.TOO_MANY_REQUESTS);
        } else {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }
}
