package kaigo.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kaigo.audit.AuditUnavailable;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever an operation throws into a {@link Problem}; pages have their own way. */
@Component
public final class ApiExceptions implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptions.class);

    /** Whoever only takes note of an exception comes before. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }

    /**
     * Null hands the exception on: it is a page's, or half of the answer has left and the connection must break. Where
     * the client broke it there is nobody to tell.
     */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!isOperation(request.getRequestURI())) {
            return null;
        }
        ApiError error = errorOf(exception);
        if (response.isCommitted()) {
            return error == ApiError.BODY_INCOMPLETE ? new ModelAndView() : null;
        }
        if (error == ApiError.INTERNAL) {
            LOG.error("an operation failed: {} {}", request.getMethod(), handler, exception);
        }
        response.resetBuffer();
        Problem.write(response, error);
        return new ModelAndView();
    }

    /** Whether a path is for systems, not a page. */
    public static boolean isOperation(String path) {
        return path.startsWith("/v1/") || path.startsWith("/api/v1/");
    }

    private static ApiError errorOf(Exception exception) {
        return switch (exception) {
            case ApiRefusal refusal -> refusal.error();
            case ErrorResponse known -> ApiError.ofStatus(known.getStatusCode().value());
            case MethodArgumentTypeMismatchException mismatch -> ApiError.BAD_REQUEST;
            case HttpMessageNotReadableException unread -> ApiError.BAD_REQUEST;
            case RequestRejectedException field -> ApiError.BAD_REQUEST;
            case InvalidParameterException noText -> ApiError.BAD_REQUEST;
            default -> isPassing(exception) ? ApiError.UNAVAILABLE : ApiError.INTERNAL;
        };
    }

    /** Whether the same may well go on in a while: the database is away, or had no connection to give. */
    public static boolean isPassing(@Nullable Object failure) {
        return failure instanceof AuditUnavailable
                || failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException;
    }
}
