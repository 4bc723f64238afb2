package kaigo.intake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kaigo.intake.reconcile.Difference;
import kaigo.intake.reconcile.DifferenceKind;
import kaigo.intake.reconcile.DifferencePage;
import kaigo.intake.reconcile.Reconciliation;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/**
 * 突合の状況: one reconciliation, and its counts once it is compared.
 *
 * @param refused records of its files that have an error and were not compared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReconciliationView(
        String receiptNo,
        String processingType,
        LocalDate targetDate,
        int files,
        int refused,
        OffsetDateTime askedAt,
        @Nullable OffsetDateTime comparedAt,
        List<Reconciliation.Count> counts) {

    static ReconciliationView of(Reconciliation one) {
        return new ReconciliationView(
                one.receipt().toString(),
                one.process().code(),
                one.targetDate(),
                one.files(),
                one.refused(),
                tokyo(one.asked().at()),
                one.comparedAt() == null ? null : tokyo(one.comparedAt()),
                one.counts());
    }

    private static OffsetDateTime tokyo(Instant instant) {
        return OffsetDateTime.ofInstant(instant, Days.JAPAN);
    }

    /** @param nextAfter value of {@code after} for the page that follows; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Differences(
            ReconciliationView reconciliation,
            List<One> differences,
            @Nullable Integer nextAfter) {
        static Differences of(DifferencePage page) {
            return new Differences(
                    ReconciliationView.of(page.reconciliation()),
                    page.differences().stream().map(One::of).toList(),
                    page.next());
        }
    }

    /** 相違の一件; a part that the key does not have is empty. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record One(
            int number,
            String interfaceId,
            DifferenceKind kind,
            String insuredNumber,
            String historyNo,
            String restKey) {
        static One of(Difference difference) {
            return new One(
                    difference.number(),
                    difference.interfaceId(),
                    difference.kind(),
                    difference.insuredNumber(),
                    difference.historyNo(),
                    difference.restKey());
        }
    }
}
