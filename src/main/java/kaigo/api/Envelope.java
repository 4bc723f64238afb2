package kaigo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/**
 * 応答の封筒 of the reading API ({@code /api/v1}; webservice.md 14; proposed, ours): one shape for every 200. A rule that was
 * not kept is a business error, {@code NG}; what hinders the request itself is a {@link Problem} with its status.
 *
 * @param result {@code OK}, or {@code NG}: then {@code errors} says why, and {@code data} is absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope<T>(
        Result result,
        String requestId,
        OffsetDateTime processedAt,
        List<Fault> errors,
        @Nullable T data) {

    public enum Result {
        OK,
        NG
    }

    /**
     * @param item where in the request, as a JSON pointer or a name
     * @param message what is wrong
     * @param nextStep what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(String code, @Nullable String item, String message, String nextStep) {}

    public static <T> Envelope<T> ok(T data, String requestId, Instant now) {
        return new Envelope<>(Result.OK, requestId, at(now), List.of(), data);
    }

    public static <T> Envelope<T> ng(Fault error, String requestId, Instant now) {
        return new Envelope<>(Result.NG, requestId, at(now), List.of(error), null);
    }

    private static OffsetDateTime at(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS).atZone(Days.JAPAN).toOffsetDateTime();
    }
}
