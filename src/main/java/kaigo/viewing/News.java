package kaigo.viewing;

import java.time.LocalDate;
import java.util.Set;
import kaigo.access.rules.Kind;
import org.jspecify.annotations.Nullable;

/**
 * 前回ご覧になったあとの変化.
 *
 * @param before day of the look with which is compared; of somebody whom the office has not looked at yet, the day since when it knows him; null if it knew nothing
 * @param looked that day was one of a look
 * @param changed those kinds of the tab that are shown and were registered anew since
 * @param seen what this look has seen, for the next one
 */
public record News(@Nullable LocalDate before, boolean looked, Set<Kind> changed, ChangeCursor.Since seen) {}
