package kaigo.intake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import kaigo.intake.Answer;
import kaigo.intake.Receipt;
import kaigo.intake.Status;
import org.jspecify.annotations.Nullable;

/**
 * 受付の応答: 202 with a 受付番号, or 200 with a 受付エラー.
 *
 * @param status 処理ステータス, 10 or 90
 * @param firstReceiptNo with E1008: the 受付番号 of the same bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceptionAnswer(
        String status,
        String statusText,
        @Nullable String receiptNo,
        @Nullable String interfaceId,
        @Nullable Integer records,
        @Nullable FileError error,
        @Nullable String firstReceiptNo,
        String requestId) {

    /**
     * @param line of the file, 0 if the error has none
     * @param text what is wrong, never content of the file
     */
    record FileError(String errorId, long line, String text, String remedy) {
        static FileError of(Answer.Refused refused) {
            return new FileError(
                    refused.id(),
                    refused.error().line(),
                    refused.text().text(),
                    refused.text().remedy());
        }
    }

    static ReceptionAnswer of(Answer answer, String requestId) {
        return switch (answer) {
            case Answer.Accepted(Receipt receipt, String interfaceId, int records) ->
                new ReceptionAnswer(
                        code(Status.RECEIVED),
                        Status.RECEIVED.label(),
                        receipt.toString(),
                        interfaceId,
                        records,
                        null,
                        null,
                        requestId);
            case Answer.Refused refused ->
                new ReceptionAnswer(
                        code(Status.REFUSED),
                        Status.REFUSED.label(),
                        null,
                        null,
                        null,
                        FileError.of(refused),
                        refused.first() == null ? null : refused.first().toString(),
                        requestId);
        };
    }

    private static String code(Status status) {
        return String.valueOf(status.code());
    }
}
