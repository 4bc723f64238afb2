package kaigo.intake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import kaigo.intake.ReceivedFile;
import kaigo.intake.ReceivedFile.Progress;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/**
 * 受付の状況: one registration and how far it came.
 *
 * @param processingType 処理区分 I, D, R or T
 * @param targetDate 基準日 (I) or 処理対象日
 * @param records データ件数
 * @param status 処理ステータス of the file: the worst of its records
 * @param isFinal false while a record's result can still change
 * @param errorId why the file was refused after its reception
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationView(
        String receiptNo,
        String interfaceId,
        String version,
        String processingType,
        LocalDate targetDate,
        @Nullable String fileName,
        OffsetDateTime receivedAt,
        int records,
        String status,
        String statusText,
        @JsonProperty("final") boolean isFinal,
        Counts counts,
        @Nullable String errorId,
        @Nullable OffsetDateTime finishedAt) {

    /** @param done records with a result: normal + warned + failed + linking + waiting */
    record Counts(int done, int normal, int warned, int failed, int linking, int waiting) {
        static Counts of(Progress progress) {
            return new Counts(
                    progress.done(),
                    progress.normal(),
                    progress.warned(),
                    progress.failed(),
                    progress.linking(),
                    progress.waiting());
        }
    }

    static RegistrationView of(ReceivedFile file) {
        Progress progress = file.progress();
        return new RegistrationView(
                file.receipt().toString(),
                file.interfaceId(),
                file.version(),
                file.process().code(),
                file.targetDate(),
                file.name(),
                tokyo(file.reception().at()),
                file.content().records(),
                String.valueOf(progress.status().code()),
                progress.status().label(),
                progress.status().isFinal(),
                Counts.of(progress),
                progress.refused(),
                progress.finishedAt() == null ? null : tokyo(progress.finishedAt()));
    }

    private static OffsetDateTime tokyo(Instant instant) {
        return OffsetDateTime.ofInstant(instant, Days.JAPAN);
    }
}
