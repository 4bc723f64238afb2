package kaigo.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 送付箱の一件, without what it says.
 *
 * @param number of the insurer, in the order of the acts, without a gap
 * @param fetchedAt for the first time, or null
 */
public record OutboxItem(
        long number,
        String interfaceId,
        String insuredNumber,
        Instant putAt,
        @Nullable Instant fetchedAt) {}
