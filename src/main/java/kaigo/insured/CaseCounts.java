package kaigo.insured;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 連携できない方の人数.
 *
 * @param oldest since when the oldest open case waits, or null if none is open
 */
public record CaseCounts(
        Map<LinkState, Integer> byState, @Nullable Instant oldest) {

    public int of(CaseKind kind) {
        return kind.states().stream()
                .mapToInt(state -> byState.getOrDefault(state, 0))
                .sum();
    }
}
