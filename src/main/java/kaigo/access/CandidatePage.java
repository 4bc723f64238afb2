package kaigo.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a viewer's own list.
 *
 * @param next where the next page begins: behind this person; null after the last page
 */
public record CandidatePage(List<Candidate> rows, @Nullable PersonKey next) {}
