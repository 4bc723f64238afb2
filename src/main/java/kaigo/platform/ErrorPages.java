package kaigo.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kaigo.api.ApiError;
import kaigo.api.ApiExceptions;
import kaigo.api.Problem;
import kaigo.screens.ErrorText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * エラー画面: one page for whatever went wrong, with the request's id and never a Java message. What is absent and what is
 * forbidden look the same. A system gets a {@link Problem}, also where the container itself ended the
 * request, as it does when a body can't be read.
 */
@Controller
class ErrorPages implements ErrorController {

    /** Of a request that is refused because of whose it is. */
    static final String CLOSED = ErrorPages.class.getName() + ".closed";

    @RequestMapping(path = "/error", produces = MediaType.ALL_VALUE)
    @Nullable
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        if (ApiExceptions.isOperation(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))) {
            boolean unread = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
            Problem.write(response, unread ? ApiError.BODY_INCOMPLETE : ApiError.ofStatus(status));
            return null;
        }
        if (ApiExceptions.isPassing(failure(request))) {
            status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            response.setHeader(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS);
        }
        response.setStatus(status);
        boolean isClosed = status == HttpServletResponse.SC_FORBIDDEN && request.getAttribute(CLOSED) != null;
        return new ModelAndView("platform/error", "it", isClosed ? ErrorText.closed() : ErrorText.of(status));
    }

    /** What a page's controller throws comes wrapped, what a filter throws does not. */
    private static @Nullable Object failure(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return thrown instanceof ServletException wrapped && wrapped.getCause() != null ? wrapped.getCause() : thrown;
    }
}
