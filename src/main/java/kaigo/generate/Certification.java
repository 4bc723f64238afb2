package kaigo.generate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 架空の要介護認定: one 要介護認定履歴番号 of a person.
 *
 * @param type 要介護認定申請区分, a code of M08
 * @param status 要介護認定状況, a code of M08
 * @param severity index into {@link CareLevels#CODES}; of an open application what it will come to
 * @param decided null while it is open, and of one that was rejected or withdrawn
 * @param previous the certification before it, or null
 */
record Certification(
        int historyNo,
        LocalDate appliedOn,
        String type,
        String status,
        int severity,
        @Nullable Decision decided,
        @Nullable Certification previous) {

    static final String NEW = "1";
    static final String RENEWAL = "2";
    static final String CHANGE = "3";

    static final String ACCEPTED = "01";
    static final String SURVEYED = "03";
    static final String JUDGED = "04";
    static final String CERTIFIED = "07";
    static final String WITHDRAWN = "09";

    /** 認定. @param months 認定有効月数 */
    record Decision(LocalDate certifiedOn, LocalDate validFrom, LocalDate validTo, int months) {}

    boolean isCertified() {
        return decided != null;
    }

    String careLevel() {
        return CareLevels.CODES.get(severity);
    }

    /** The survey takes place some ten days after the application, the opinion some eighteen. */
    LocalDate surveyedOn() {
        return appliedOn.plusDays(11);
    }

    LocalDate opinionOn() {
        return appliedOn.plusDays(18);
    }

    LocalDate judgedOn() {
        return appliedOn.plusDays(22);
    }

    /** Whether its sheets exist: an open application has them once the first judgement was made. */
    boolean hasSheets() {
        return status.compareTo(JUDGED) >= 0 && !status.equals(WITHDRAWN);
    }
}
