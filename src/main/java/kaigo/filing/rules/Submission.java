package kaigo.filing.rules;

import java.time.Instant;
import java.time.LocalDate;
import kaigo.outbox.rules.ItemState;
import kaigo.outbox.rules.ReturnReason;
import org.jspecify.annotations.Nullable;

/**
 * 提出: one act of an office, a filing or its end.
 *
 * @param number 届出番号
 * @param ends 廃止
 * @param filedBy number of the office that filed
 * @param officeNumber 居宅介護(介護予防)支援事業所番号
 * @param delegateNumber 委託先事業所番号, or null
 * @param filedOn 代行届出の提出日
 * @param changedOn 変更年月日, or null
 * @param changeReason 変更理由, or empty
 * @param answer what the municipality has answered
 */
public record Submission(
        int number,
        FilingKind kind,
        boolean ends,
        String filedBy,
        String officeNumber,
        @Nullable String delegateNumber,
        LocalDate filedOn,
        @Nullable LocalDate changedOn,
        String changeReason,
        Instant sentAt,
        Answer answer) {

    /**
     * @param reason of a 差戻し
     * @param remark in words, or empty
     * @param at null as long as there is none
     */
    public record Answer(
            ItemState state,
            @Nullable ReturnReason reason,
            String remark,
            @Nullable Instant at) {}

    /** From when on it holds (rulings 41). */
    public LocalDate from() {
        return changedOn == null ? filedOn : changedOn;
    }

    /** Whether this office may end or correct it: the one that filed, or the one that is named (rulings 41). */
    public boolean isOf(String office) {
        return filedBy.equals(office) || officeNumber.equals(office);
    }

    /** Whether a filing that an office makes, and that names an office, corrects this one instead of taking its place. */
    public boolean isOf(String filer, String named) {
        return isOf(filer) || isOf(named);
    }

    boolean isReturned() {
        return answer.state() == ItemState.RETURNED;
    }
}
