package kaigo.intake;

import kaigo.layout.FindingText;
import kaigo.layout.UnusableFile;
import org.jspecify.annotations.Nullable;

/** 受付の答え: given at once, a 受付番号 or a 受付エラー. */
public sealed interface Answer {

    /** @param records データ件数 */
    record Accepted(Receipt receipt, String interfaceId, int records) implements Answer {}

    /**
     * @param error id, line and parameters; never content
     * @param first the receipt under which the same bytes were accepted before, with E1008
     */
    record Refused(UnusableFile error, @Nullable Receipt first) implements Answer {
        public String id() {
            return error.id().name();
        }

        public FindingText text() {
            return FindingText.of(error);
        }
    }
}
