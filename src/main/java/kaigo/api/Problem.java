package kaigo.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * エラー応答: {@code application/problem+json} (RFC 9457) with our code, a Japanese text and the request's id.
 *
 * @param title what is wrong
 * @param detail what to do
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String requestId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** When to come again, in seconds. */
    public static final String RETRY_AFTER_SECONDS = "5";

    private static final String REQUEST_ID = "X-Request-Id";
    private static final JsonMapper JSON = new JsonMapper();

    /** Writes the whole answer. The request's id is the one that already stands in the response's header. */
    public static void write(HttpServletResponse response, ApiError error) {
        try {
            byte[] body = JSON.writeValueAsBytes(of(error, response.getHeader(REQUEST_ID)));
            response.setStatus(error.status());
            response.setContentType(MEDIA_TYPE);
            response.setContentLength(body.length);
            response.setHeader("Cache-Control", "no-store");
            if (error.isWorthRetrying()) {
                response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            }
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem of(ApiError error, @Nullable String requestId) {
        return new Problem(
                "urn:kiban:error:" + error.name(),
                error.title(),
                error.status(),
                error.remedy(),
                error.name(),
                requestId);
    }
}
