package kaigo.api;

import kaigo.shared.Messages;

/**
 * システムエラー of the REST contract (interface.md 9.8; codes proposed, ours). What is wrong with the sent content is no
 * system error: it stands in the body of a 200 with an id of the catalogue エラーID. Texts: {@code api.CODE} in
 * messages_ja.properties.
 */
public enum ApiError {
    BAD_REQUEST(400),
    /** The connection broke or stalled before the body's end. */
    BODY_INCOMPLETE(400),
    CERTIFICATE_MISSING(401),
    /** 期限切れ. */
    CERTIFICATE_EXPIRED(401),
    /** 失効. */
    CERTIFICATE_REVOKED(401),
    CERTIFICATE_UNKNOWN(401),
    /** The certificate is an insurer's. */
    CERTIFICATE_OF_NO_INSTITUTION(403),
    SIGN_IN_REFUSED(401),
    TOKEN_MISSING(401),
    /** Unknown, past its end, of another certificate, or of an account that does not go on: one answer for all. */
    TOKEN_NOT_GOOD(401),
    /** Absent, another insurer's, or not on this port: one answer for all. */
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    /** To an item of the 送付箱 in another state. */
    ANSWER_NOT_NOW(409),
    /** P01 as a file while records are still being registered. */
    RESULTS_NOT_READY(409),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_RECEPTIONS(429),
    /** Of one account within a minute; how long to wait, stands in the answer. */
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;

    ApiError(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** What is wrong. */
    public String title() {
        return Messages.of("api." + name());
    }

    /** What to do. */
    public String remedy() {
        return Messages.of("api." + name() + ".remedy");
    }

    /** Whether the same request can succeed later without any change. */
    public boolean isWorthRetrying() {
        return this == RESULTS_NOT_READY || this == TOO_MANY_RECEPTIONS || this == UNAVAILABLE;
    }

    /** The error that stands for a status the framework chose. */
    public static ApiError ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL;
        };
    }
}
