package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 読めない項目: bytes that are no UTF-8 in a query or a form are the client's mistake. Left to the container they would be
 * a failure of ours, with what was typed in the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class UnreadableFields extends OncePerRequestFilter {

    private final Refusals refusals;

    UnreadableFields(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadable) {
            refuse(request, response, unreadable);
        } catch (ServletException wrapped) {
            if (!(wrapped.getCause() instanceof InvalidParameterException unreadable)) {
                throw wrapped;
            }
            refuse(request, response, unreadable);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, InvalidParameterException unreadable)
            throws IOException {
        refusals.record(request, Refusals.Kind.FORM);
        response.sendError(unreadable.getErrorCode());
    }
}
