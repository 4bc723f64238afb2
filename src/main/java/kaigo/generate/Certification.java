package kaigo.generate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 架空の要介護認定: one 要介護認定履歴番号 with all that becomes of it, also what lies ahead; {@link #statusOn} is what is
 * known of it on a day.
 *
 * @param type 要介護認定申請区分, a code of M08
 * @param severity index into {@link CareLevels#CODES}
 * @param endedOn day of the certification, or of whatever else ended it
 * @param decided absent unless it ended in a level
 * @param previous the certification that was in force before it, or null
 */
record Certification(
        int historyNo,
        LocalDate appliedOn,
        String type,
        int severity,
        Ending ending,
        LocalDate endedOn,
        @Nullable Decision decided,
        @Nullable Certification previous) {

    static final String NEW = "1";
    static final String RENEWAL = "2";
    static final String CHANGE = "3";
    static final String TRANSFER = "5";

    static final String NOT_ELIGIBLE_LEVEL = "01";

    /** 終わり方, with the 要介護認定状況 that it leads to. */
    enum Ending {
        CERTIFIED("07"),
        /** 非該当: decided, without a level. */
        NOT_ELIGIBLE("07"),
        REJECTED("08"),
        WITHDRAWN("09"),
        CANCELLED("10");

        private final String status;

        Ending(String status) {
            this.status = status;
        }

        boolean isDecision() {
            return this == CERTIFIED || this == NOT_ELIGIBLE;
        }
    }

    /** 認定有効期間. */
    record Decision(LocalDate validFrom, LocalDate validTo, int months) {}

    private static final int SURVEY_REQUESTED = 2;
    private static final int SURVEYED = 11;
    private static final int OPINION_RECEIVED = 18;
    private static final int JUDGED = 22;
    private static final int TO_COMMITTEE = 26;
    private static final int COMMITTEE_BEFORE_END = 3;
    private static final int LEGAL_DAYS = 30;

    /** 転入: certified on the level of the former insurer, without 調査, 意見書 and 審査会. */
    boolean isTransfer() {
        return type.equals(TRANSFER);
    }

    private LocalDate after(int days) {
        return appliedOn.plusDays(days);
    }

    LocalDate surveyRequestedOn() {
        return after(SURVEY_REQUESTED);
    }

    LocalDate opinionRequestedOn() {
        return after(1);
    }

    LocalDate surveyedOn() {
        return after(SURVEYED);
    }

    LocalDate opinionOn() {
        return after(OPINION_RECEIVED);
    }

    LocalDate judgedOn() {
        return after(JUDGED);
    }

    /** 審査会, of one that is decided by it. */
    LocalDate committeeOn() {
        return endedOn.minusDays(COMMITTEE_BEFORE_END);
    }

    /** 合議体 that decides it. */
    int panel() {
        return 1 + historyNo % 5;
    }

    /** 延期通知, if the decision takes longer than the law's 30 days. */
    @Nullable
    LocalDate postponedOn() {
        LocalDate told = appliedOn.plusDays(LEGAL_DAYS - 2L);
        return endedOn.isAfter(appliedOn.plusDays(LEGAL_DAYS)) ? told : null;
    }

    LocalDate cardOn() {
        return isTransfer() ? endedOn : endedOn.plusDays(2);
    }

    /** 要介護状態区分 of one that is decided. */
    String careLevel() {
        return ending == Ending.NOT_ELIGIBLE ? NOT_ELIGIBLE_LEVEL : CareLevels.CODES.get(severity);
    }

    boolean isDecidedBy(LocalDate day) {
        return ending.isDecision() && !endedOn.isAfter(day);
    }

    /** With a level. */
    boolean isCertifiedBy(LocalDate day) {
        return decided != null && !endedOn.isAfter(day);
    }

    /** 一次判定 was made, so the sheets are there. */
    boolean isJudgedBy(LocalDate day) {
        return !isTransfer()
                && !judgedOn().isAfter(day)
                && (ending.isDecision() || judgedOn().isBefore(endedOn));
    }

    boolean isInForceOn(LocalDate day) {
        return decided != null && !day.isBefore(decided.validFrom()) && !day.isAfter(decided.validTo());
    }

    /** 要介護認定状況, a code of M08. */
    String statusOn(LocalDate day) {
        if (!day.isBefore(endedOn)) {
            return ending.status;
        }
        if (ending.isDecision() && !day.isBefore(committeeOn())) {
            return "06";
        }
        if (!day.isBefore(after(TO_COMMITTEE))) {
            return "05";
        }
        if (!day.isBefore(judgedOn())) {
            return "04";
        }
        if (!day.isBefore(surveyedOn())) {
            return "03";
        }
        return day.isBefore(surveyRequestedOn()) ? "01" : "02";
    }

    /** What becomes of it if the person is no longer insured from this day on. */
    Certification cutOn(LocalDate lostOn) {
        return endedOn.isAfter(lostOn)
                ? new Certification(historyNo, appliedOn, type, severity, Ending.WITHDRAWN, lostOn, null, previous)
                : this;
    }
}
