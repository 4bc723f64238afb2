package kaigo.intake.reconcile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 突合の結果の画面: one reconciliation and a section of its differences.
 *
 * @param more whether differences follow
 */
public record DifferencePage(Reconciliation reconciliation, List<Difference> differences, boolean more) {

    /** Number after which the next section begins, or null on the last. */
    public @Nullable Integer next() {
        return more ? differences.getLast().number() : null;
    }

    List<String> subjects() {
        return differences.stream()
                .map(Difference::insuredNumber)
                .filter(number -> !number.isEmpty())
                .toList();
    }
}
