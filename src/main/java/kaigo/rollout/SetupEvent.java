package kaigo.rollout;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 手順の記録: one thing that was done in a set-up.
 *
 * @param what name of a step, or of a precondition with {@code +} or {@code -} before it, or {@code COUNTS}
 * @param by as the audit stream names the actor
 */
public record SetupEvent(String what, @Nullable LocalDate day, String by, Instant at) {}
