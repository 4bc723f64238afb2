package kaigo.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 要求の鍵: what a client names an act with, so that it may send it again when no answer came, and it stays one act
 * (draft-ietf-httpapi-idempotency-key-header; with its quotes or without).
 */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("\"?([A-Za-z0-9_.:-]{8,40})\"?");

    private IdempotencyKey() {}

    /** None if there is none, or if it has not its form. */
    public static Optional<String> read(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(KEY::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }
}
