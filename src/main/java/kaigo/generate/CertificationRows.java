package kaigo.generate;

import java.time.LocalDate;
import java.util.List;
import kaigo.generate.Certification.Decision;
import kaigo.generate.Draw.Salt;
import kaigo.generate.FictitiousInstitutions.Institution;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.M08;
import kaigo.layout.items.M10;
import kaigo.layout.items.M13;
import kaigo.shared.InsuredCategory;
import org.jspecify.annotations.Nullable;

/** 要介護認定・進捗・意見書作成依頼のレコード (M07/M08, M10, M13). Shares are ours. */
final class CertificationRows {
    private static final Layout PROGRESS = Layouts.newest("M10").orElseThrow();
    private static final Layout REQUEST = Layouts.newest("M13").orElseThrow();
    private static final int MONTHS_OF_PROGRESS = 18;
    private static final int OPINION_DUE_AFTER = 15;
    private static final String CEREBROVASCULAR = "13";

    private CertificationRows() {}

    /** @param layout of M07 or M08 */
    static List<Row> applications(Insured insured, Layout layout) {
        return insured.course().stream()
                .map(one -> application(insured, one, layout))
                .toList();
    }

    private static Row application(Insured insured, Certification one, Layout layout) {
        Row row = insured.row(layout);
        row.set(M08.HISTORY_NO, String.valueOf(one.historyNo()));
        row.set(M08.PREFECTURE, insured.person().insurerNumber().substring(0, 2));
        row.set(M08.APPLIED_ON, one.appliedOn());
        row.set(M08.APPLICATION_TYPE, one.type());
        row.set(M08.CERT_STATUS, one.statusOn(insured.day()));
        InsuredCategory category = insured.person().qualification().category();
        row.set(M08.INSURED_CATEGORY, category.code());
        row.set(M08.SPECIFIED_DISEASE, category == InsuredCategory.FIRST ? null : CEREBROVASCULAR);
        ConsentRows.ticked(insured, one, row);
        previous(row, one);
        if (one.isJudgedBy(insured.day())) {
            judged(row, one, insured);
            new SheetRows(insured, one).addTo(row);
        }
        if (one.isDecidedBy(insured.day())) {
            decided(row, one);
        }
        return row;
    }

    private static void previous(Row row, Certification one) {
        Certification before = one.previous();
        if (before != null) {
            row.set(M08.PREV_CARE_LEVEL, before.careLevel());
            row.set(M08.PREV_VALID_FROM, Insured.decision(before).validFrom());
            row.set(M08.PREV_VALID_TO, Insured.decision(before).validTo());
        }
    }

    /** 一次判定: minutes in the band of the level (not computed: drawn, 架空). */
    private static void judged(Row row, Certification one, Insured insured) {
        int[] bandFrom = {250, 320, 330, 500, 700, 900, 1100};
        int minutes =
                bandFrom[one.severity()] + insured.draw().again(one.historyNo()).below(60, Salt.SHEET);
        row.set(M08.JUDGE_VERSION, "09B");
        row.set(M08.SURVEYED_ON, one.surveyedOn());
        row.set(M08.SURVEY_PLACE_KIND, "1");
        row.set(M08.SURVEYOR, "架空　調査員");
        row.set(M08.SURVEYOR_ORGANISATION, "架空市役所");
        row.set(M08.PRIMARY_ON, one.judgedOn());
        row.set(M08.PRIMARY_RESULT, one.careLevel());
        row.set(M08.STANDARD_MINUTES, minutes);
    }

    private static void decided(Row row, Certification one) {
        row.set(M08.CARE_LEVEL, one.careLevel());
        row.set(M08.CERTIFIED_ON, one.endedOn());
        if (!one.isTransfer()) {
            row.set(M08.COMMITTEE_ON, one.committeeOn());
            row.set(M08.PANEL_NO, String.valueOf(one.panel()));
        }
        Decision period = one.decided();
        if (period != null) {
            row.set(M08.VALID_FROM, period.validFrom());
            row.set(M08.VALID_TO, period.validTo());
            row.set(M08.VALID_MONTHS, period.months());
        }
    }

    /** 進捗 of the applications since a year and a half before 基準日. */
    static List<Row> progress(Insured insured) {
        LocalDate since = insured.base().minusMonths(MONTHS_OF_PROGRESS);
        return insured.course().stream()
                .filter(one -> one.appliedOn().isAfter(since))
                .map(one -> progress(insured, one))
                .toList();
    }

    private static Row progress(Insured insured, Certification one) {
        Row row = insured.row(PROGRESS);
        row.set(M10.HISTORY_NO, String.valueOf(one.historyNo()));
        row.set(M10.APPLIED_ON, one.appliedOn());
        row.set(M10.APPLICATION_TYPE, one.type());
        row.set(M10.ACCEPTED_ON, one.appliedOn());
        row.set(M10.CERT_STATUS, one.statusOn(insured.day()));
        row.set(M10.SURVEY_REQUESTED_ON, reached(one.surveyRequestedOn(), one, insured));
        row.set(M10.OPINION_REQUESTED_ON, reached(one.opinionRequestedOn(), one, insured));
        row.set(M10.SURVEY_DONE_ON, reached(one.surveyedOn(), one, insured));
        row.set(M10.OPINION_RECEIVED_ON, reached(one.opinionOn(), one, insured));
        if (one.isJudgedBy(insured.day())) {
            row.set(M10.PRIMARY_ON, one.judgedOn());
            row.set(M10.COMMITTEE_PLANNED_ON, one.ending().isDecision() ? one.committeeOn() : null);
        }
        ended(row, one, insured);
        return row;
    }

    private static void ended(Row row, Certification one, Insured insured) {
        LocalDate endedOn = insured.past(one.endedOn());
        switch (one.ending()) {
            case CERTIFIED, NOT_ELIGIBLE -> {
                row.set(M10.COMMITTEE_ON, one.isTransfer() ? null : insured.past(one.committeeOn()));
                row.set(M10.CERTIFIED_ON, endedOn);
            }
            case REJECTED -> row.set(M10.REJECTED_ON, endedOn);
            case WITHDRAWN -> row.set(M10.WITHDRAWN_ON, endedOn);
            case CANCELLED -> {}
        }
        LocalDate postponedOn = one.postponedOn();
        if (postponedOn != null && insured.past(postponedOn) != null) {
            row.set(M10.POSTPONED_ON, postponedOn);
            row.set(M10.POSTPONED_REASON, "主治医意見書の作成に日数を要するため（架空）");
        }
    }

    /** What is done on the way, unless it was over before. */
    private static @Nullable LocalDate reached(LocalDate day, Certification one, Insured insured) {
        return day.isAfter(one.endedOn()) ? null : insured.past(day);
    }

    /** Who was asked for an opinion since the platform began: a clinic, now and then the doctor of a 老健. */
    static List<Row> requests(Insured insured) {
        return insured.course().stream()
                .filter(one -> !one.appliedOn().isBefore(ConsentRows.BEGAN))
                .filter(one -> !one.isTransfer())
                .filter(one -> !one.opinionRequestedOn().isAfter(insured.day()))
                .map(one -> request(insured, one))
                .toList();
    }

    private static Row request(Insured insured, Certification one) {
        boolean inFacility = insured.draw().below(20, Salt.OFFICE) == 0;
        FictitiousInstitutions institutions = insured.institutions();
        Institution asked =
                inFacility ? institutions.office(insured.draw(), "52") : institutions.clinic(insured.draw());
        Row row = insured.row(REQUEST);
        row.set(M13.HISTORY_NO, String.valueOf(one.historyNo()));
        row.set(M13.ISSUER_KIND, inFacility ? "2" : "1");
        row.set(M13.ISSUER_NUMBER, asked.number());
        row.set(M13.FILED_ON, one.appliedOn());
        row.set(M13.REQUESTED_ON, one.opinionRequestedOn());
        row.set(M13.DUE_ON, one.opinionRequestedOn().plusDays(OPINION_DUE_AFTER));
        boolean over = !one.ending().isDecision();
        row.set(M13.CANCELLED_ON, over ? insured.past(one.endedOn()) : null);
        return row;
    }
}
