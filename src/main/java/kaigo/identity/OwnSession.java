package kaigo.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 自分のサインインの一つ.
 *
 * @param software by API, not by screen
 * @param usedAt the last time, to the minute; of software it is not known
 */
public record OwnSession(
        UUID id, boolean software, Instant since, @Nullable Instant usedAt) {}
