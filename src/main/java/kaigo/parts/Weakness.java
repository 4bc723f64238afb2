package kaigo.parts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 部品の弱さ.
 *
 * @param mendedIn the next version without it, or null if none is named
 */
public record Weakness(
        Part part, Advisory advisory, @Nullable String mendedIn) {

    /** The last day on which it may still be there. */
    public LocalDate until() {
        return advisory.published().plusDays(advisory.severity().days());
    }
}
