package kaigo.viewing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * いつまで見られるか.
 *
 * @param viewableUntil 閲覧有効期限: the latest on any card of the person; null for whom the institution has not verified
 * @param windowEnds last day on which past certifications are there for an opinion that it was asked for; null without such a
 *     request, or after that day
 */
public record AccessEnd(
        @Nullable LocalDate viewableUntil, @Nullable LocalDate windowEnds) {}
