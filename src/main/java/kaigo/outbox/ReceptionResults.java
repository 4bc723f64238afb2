package kaigo.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * 登録結果のお知らせ (P01): every record of a reception has its result. The results themselves are taken by the 受付番号
 * (interface.md 9.6); what lies in the 送付箱 says that they are there.
 *
 * @param interfaceId of the records that were sent
 * @param fileName null of a body without one
 * @param failed records with an error
 * @param refused エラーID of a reception that was refused as a whole, or null
 */
public record ReceptionResults(
        InsurerNumber insurer,
        String receiptNo,
        String interfaceId,
        @Nullable String fileName,
        int records,
        int warned,
        int failed,
        @Nullable String refused) {

    static final String INTERFACE = "P01";

    /** Nothing has to be mended. */
    boolean isQuiet() {
        return failed == 0 && warned == 0 && refused == null;
    }

    /** As it is fetched, in this order. */
    Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("receiptNo", receiptNo);
        record.put("interfaceId", interfaceId);
        if (fileName != null) {
            record.put("fileName", fileName);
        }
        record.put("records", records);
        record.put("warned", warned);
        record.put("failed", failed);
        if (refused != null) {
            record.put("refused", refused);
        }
        return record;
    }
}
