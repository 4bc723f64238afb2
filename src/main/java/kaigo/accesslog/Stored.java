package kaigo.accesslog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of the audit stream, as it stands there. */
record Stored(
        Place place,
        String requestId,
        String event,
        String actor,
        @Nullable String insurer,
        List<String> subjects,
        String detail) {}
