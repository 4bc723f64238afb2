package kaigo.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * チェック条件 of one insurer (settled 30 and 31; proposed, ours).
 *
 * @param outside what becomes of a character outside JIS X 0213
 * @param checkDigits false for test insurers whose numbers are dummies
 * @param relationErrors whether relation checks that only warn refuse the record instead
 * @param insurerNumber of the control record, which every record must carry (E1002); null asks nothing
 * @param rules checks of the room that owns the record; they run only on records whose items are right
 */
public record CheckOptions(
        Outside outside,
        boolean checkDigits,
        boolean relationErrors,
        @Nullable String insurerNumber,
        List<RecordRule> rules) {

    /** JIS X 0213 にない文字の扱い. */
    public enum Outside {
        /** E3004: the record is not registered. */
        REFUSE,
        /** W3004: stored as sent, with the mark. */
        MARK
    }

    public static CheckOptions standard() {
        return new CheckOptions(Outside.MARK, true, false, null, List.of());
    }

    public static CheckOptions of(Control control, List<RecordRule> rules) {
        return new CheckOptions(Outside.MARK, true, false, control.insurerNumber(), rules);
    }
}
