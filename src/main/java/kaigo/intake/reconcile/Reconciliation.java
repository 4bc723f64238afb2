package kaigo.intake.reconcile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import kaigo.intake.Receipt;
import kaigo.layout.ProcessingType;
import org.jspecify.annotations.Nullable;

/**
 * 突合の一回: the Q01 files of one 処理区分 and 基準日/処理対象日, compared together.
 *
 * @param receipt of its first file; names it
 * @param refused records with errors, which are not compared
 * @param comparedAt null while it waits for files that came before it
 * @param counts by interface, in their order
 */
public record Reconciliation(
        Receipt receipt,
        ProcessingType process,
        LocalDate targetDate,
        Asked asked,
        @Nullable Instant comparedAt,
        int files,
        int refused,
        List<Count> counts) {

    /** @param by the actor as the audit stream names it */
    public record Asked(Instant at, String by) {}

    /** 件数 of one interface. */
    public record Count(String interfaceId, int agreed, int onlyInsurer, int onlyPlatform, int otherContent) {
        public int of(DifferenceKind kind) {
            return switch (kind) {
                case ONLY_INSURER -> onlyInsurer;
                case ONLY_PLATFORM -> onlyPlatform;
                case OTHER_CONTENT -> otherContent;
            };
        }
    }

    public int agreed() {
        return total(Count::agreed);
    }

    public int of(DifferenceKind kind) {
        return total(count -> count.of(kind));
    }

    public int differing() {
        return total(count -> count.onlyInsurer() + count.onlyPlatform() + count.otherContent());
    }

    private int total(ToIntFunction<Count> part) {
        return counts.stream().mapToInt(part).sum();
    }
}
