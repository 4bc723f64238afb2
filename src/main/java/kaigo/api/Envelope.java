package kaigo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/**
 * 応答の封筒 of the reading API ({@code /api/v1}; webservice.md 14; proposed, ours): one shape for every 200. A rule that was
 * not kept is a business error, {@code NG}; what hinders the request itself is a {@link Problem} with its status.
 *
 * @param result {@code OK}, or {@code NG}: then {@code errors} says why, and {@code data} is absent
 * @param lostOn 資格喪失日 of the person at the insurer of the path
 * @param otherInsurers of the same person, what its other files say to the same question
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope<T>(
        Result result,
        String requestId,
        OffsetDateTime processedAt,
        List<Fault> errors,
        @Nullable T data,
        @Nullable LocalDate lostOn,
        @Nullable List<OfFile<T>> otherInsurers) {

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
    public record Fault(String code, @Nullable String item, String message, String nextStep) {

        public static Fault of(BusinessError error, @Nullable String item) {
            return new Fault(error.name(), item, error.sentence(), error.nextStep());
        }

        /** A value that is wrong for a reason of its own. */
        public static Fault ofValue(String item, String message) {
            return new Fault(BusinessError.VALUE_WRONG.name(), item, message, BusinessError.VALUE_WRONG.nextStep());
        }
    }

    /**
     * 一つの保険者の記録についての答え: each is judged for itself.
     *
     * @param id of the person at that insurer, for addresses
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfFile<T>(
            String id,
            String insurerNumber,
            String insuredNumber,
            Result result,
            List<Fault> errors,
            @Nullable T data,
            @Nullable LocalDate lostOn) {}

    public static <T> Envelope<T> ok(T data, String requestId, Instant now) {
        return new Envelope<>(Result.OK, requestId, Days.moment(now), List.of(), data, null, null);
    }

    public static <T> Envelope<T> ng(Fault error, String requestId, Instant now) {
        return ng(List.of(error), requestId, now);
    }

    /** @param errors at least one */
    public static <T> Envelope<T> ng(List<Fault> errors, String requestId, Instant now) {
        return new Envelope<>(Result.NG, requestId, Days.moment(now), errors, null, null, null);
    }

    /** @param files the one that was asked for, then the others of the same person */
    public static <T> Envelope<T> of(List<OfFile<T>> files, String requestId, Instant now) {
        OfFile<T> own = files.getFirst();
        List<OfFile<T>> others = files.subList(1, files.size());
        return new Envelope<>(
                own.result(),
                requestId,
                Days.moment(now),
                own.errors(),
                own.data(),
                own.lostOn(),
                others.isEmpty() ? null : others);
    }
}
