package kaigo.filing;

import java.time.LocalDate;
import kaigo.filing.rules.FilingKind;
import kaigo.filing.rules.Submission;
import org.jspecify.annotations.Nullable;

/**
 * 届け出る内容.
 *
 * @param officeNumber 居宅介護(介護予防)支援事業所番号
 * @param delegateNumber 委託先事業所番号, or null
 * @param filedOn 代行届出の提出日, not a day to come
 * @param changedOn 変更年月日, or null
 * @param changeReason at most {@link #REASON} characters, or empty
 * @param person what is told of the person
 */
public record WantedFiling(
        FilingKind kind,
        String officeNumber,
        @Nullable String delegateNumber,
        LocalDate filedOn,
        @Nullable LocalDate changedOn,
        String changeReason,
        Told person) {

    /** Characters of a 変更理由, of a 氏名 and its カナ. */
    public static final int REASON = 100;

    private static final Told NOTHING = new Told("", "", null, "");

    /** From when on it is to hold. */
    LocalDate from() {
        return changedOn == null ? filedOn : changedOn;
    }

    /** 廃止: it names what it ends. */
    static WantedFiling end(Submission active, LocalDate on) {
        return new WantedFiling(active.kind(), active.officeNumber(), active.delegateNumber(), on, null, "", NOTHING);
    }

    /**
     * 任意項目: each may be empty.
     *
     * @param sex code of M01, or empty
     */
    public record Told(String name, String kana, @Nullable LocalDate birthDate, String sex) {

        @Override
        public String toString() {
            return "Told[…]";
        }
    }
}
