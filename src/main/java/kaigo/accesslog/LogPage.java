package kaigo.accesslog;

import java.util.List;
import kaigo.accesslog.rules.Line;
import org.jspecify.annotations.Nullable;

/**
 * 記録の一頁.
 *
 * @param next where the next page begins, or null
 * @param tries how often in this time a number was tried of which nothing left; only for the insured
 */
public record LogPage(List<Line> lines, @Nullable Place next, int tries) {}
