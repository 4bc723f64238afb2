package kaigo.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kaigo.layout.Form;
import kaigo.layout.ProcessingType;
import org.jspecify.annotations.Nullable;

/**
 * 受付済みファイル: one accepted file or API body, and how far it came.
 *
 * @param targetDate 基準日 (I) or 処理対象日
 * @param createdAt 作成日時 of the control record
 * @param sequence 連番 of the file name, 1 where there is none
 * @param sealed names of the sealed bytes in the data folder: one file, or the parts of a set in their order
 */
public record ReceivedFile(
        Receipt receipt,
        String interfaceId,
        String version,
        ProcessingType process,
        LocalDate targetDate,
        Instant createdAt,
        int sequence,
        @Nullable String name,
        List<UUID> sealed,
        Form form,
        Content content,
        Reception reception,
        Progress progress) {

    /**
     * @param sha256 over the received bytes, 32 bytes
     * @param bytes size as received
     * @param records データ件数
     */
    public record Content(byte[] sha256, long bytes, int records) {}

    /** @param by the actor as the audit stream names it */
    public record Reception(Instant at, String by) {}

    /**
     * @param refused error id of a file that was refused after its reception, or null
     * @param done records that have their result; the counts below add up to it
     * @param linking records that wait for their PMHキー
     * @param waiting records that wait for their M01
     */
    public record Progress(
            Status status,
            @Nullable String refused,
            int done,
            int normal,
            int warned,
            int failed,
            int linking,
            int waiting,
            @Nullable Instant finishedAt) {

        /** Differs whenever anything about the progress does: what a page that asks again already shows. */
        public String mark() {
            return status.code() + "-" + done + "-" + linking + "-" + waiting + "-" + warned + "-" + failed;
        }

        static Progress none() {
            return new Progress(Status.RECEIVED, null, 0, 0, 0, 0, 0, 0, null);
        }
    }

    /** Every record has its result, be it one that waits for its PMHキー. */
    public boolean isRegistered() {
        return progress.status() != Status.RECEIVED && progress.status() != Status.WORKING;
    }

    /** The file that holds the key of the sealed numbers. */
    public UUID sealedId() {
        return sealed.getFirst();
    }

    public String orderGroup() {
        return Targets.orderGroup(interfaceId);
    }
}
