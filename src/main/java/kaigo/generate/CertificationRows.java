package kaigo.generate;

import java.time.LocalDate;
import java.util.List;
import kaigo.generate.Certification.Decision;
import kaigo.generate.Draw.Salt;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.M08;
import kaigo.layout.items.M09;
import kaigo.layout.items.M10;
import kaigo.layout.items.M13;
import kaigo.shared.InsuredCategory;

/** 要介護認定・包括同意・進捗・意見書作成依頼のレコード (M07/M08, M09, M10, M13). Shares are ours. */
final class CertificationRows {
    private static final Layout CONSENT = Layouts.newest("M09").orElseThrow();
    private static final Layout PROGRESS = Layouts.newest("M10").orElseThrow();
    private static final Layout REQUEST = Layouts.newest("M13").orElseThrow();
    private static final LocalDate CONSENT_BEGAN = LocalDate.of(2026, 4, 1);
    private static final String LICENSED_DISEASE = "13";

    private CertificationRows() {}

    /** @param layout of M07 or M08 */
    static List<Row> applications(Insured insured, Layout layout) {
        return insured.course().stream()
                .map(one -> application(insured, one, layout))
                .toList();
    }

    private static Row application(Insured insured, Certification one, Layout layout) {
        Row row = insured.row(layout);
        Person person = insured.person();
        row.set(M08.HISTORY_NO, String.valueOf(one.historyNo()));
        row.set(M08.PREFECTURE, person.insurerNumber().substring(0, 2));
        row.set(M08.APPLIED_ON, one.appliedOn());
        row.set(M08.APPLICATION_TYPE, one.type());
        row.set(M08.CERT_STATUS, one.status());
        InsuredCategory category = person.qualification().category();
        row.set(M08.INSURED_CATEGORY, category.code());
        row.set(M08.SPECIFIED_DISEASE, category == InsuredCategory.FIRST ? null : LICENSED_DISEASE);
        boolean consents = insured.draw().again(one.historyNo()).below(10, Salt.CONSENT) < 8;
        boolean asked = !one.appliedOn().isBefore(CONSENT_BEGAN);
        row.set(M08.CONSENT, asked && consents ? "1" : "0");
        row.set(M08.CONSENT_ON, asked && consents ? one.appliedOn() : null);
        Certification before = one.previous();
        if (before != null && before.decided() != null) {
            row.set(M08.PREV_CARE_LEVEL, before.careLevel());
            row.set(M08.PREV_VALID_FROM, before.decided().validFrom());
            row.set(M08.PREV_VALID_TO, before.decided().validTo());
        }
        if (one.hasSheets()) {
            judged(row, one, insured);
            new SheetRows(insured, one).addTo(row);
        }
        Decision decided = one.decided();
        if (decided != null) {
            row.set(M08.CARE_LEVEL, one.careLevel());
            row.set(M08.CERTIFIED_ON, decided.certifiedOn());
            row.set(M08.VALID_FROM, decided.validFrom());
            row.set(M08.VALID_TO, decided.validTo());
            row.set(M08.VALID_MONTHS, decided.months());
            row.set(M08.COMMITTEE_ON, decided.certifiedOn());
            row.set(M08.PANEL_NO, String.valueOf(1 + one.historyNo() % 5));
        }
        return row;
    }

    /** 一次判定: minutes in the band of the level (not computed: drawn, 架空). */
    private static void judged(Row row, Certification one, Insured insured) {
        int[] bandFrom = {250, 320, 330, 500, 700, 900, 1100};
        int minutes = bandFrom[one.severity()] + insured.draw().below(60, Salt.SHEET);
        row.set(M08.JUDGE_VERSION, "09B");
        row.set(M08.SURVEYED_ON, one.surveyedOn());
        row.set(M08.SURVEY_PLACE_KIND, "1");
        row.set(M08.SURVEYOR, "架空　調査員");
        row.set(M08.SURVEYOR_ORGANISATION, "架空市役所");
        row.set(M08.PRIMARY_ON, one.judgedOn());
        row.set(M08.PRIMARY_RESULT, one.careLevel());
        row.set(M08.STANDARD_MINUTES, minutes);
    }

    /** Consents taken outside an application, and a withdrawal now and then. */
    static List<Row> consents(Insured insured) {
        Certification current = insured.current();
        int chance = insured.draw().below(1000, Salt.CONSENT);
        LocalDate day = insured.day().minusDays(3 + chance % 20);
        if (current == null || chance >= 35 || day.isBefore(CONSENT_BEGAN)) {
            return List.of();
        }
        Row row = insured.row(CONSENT);
        row.set(M09.HISTORY_NO, "1");
        row.set(M09.CONSENT_TYPE, chance < 5 ? "3" : "1");
        row.set(M09.CONSENT_ON, day);
        row.set(M09.ROUTE, "2");
        row.set(M09.VALID_FROM, day);
        return List.of(row);
    }

    /** 進捗 of the applications of a year and a half. */
    static List<Row> progress(Insured insured) {
        return insured.course().stream()
                .filter(one -> one.appliedOn().isAfter(insured.day().minusMonths(18)))
                .map(one -> progress(insured, one))
                .toList();
    }

    private static Row progress(Insured insured, Certification one) {
        Row row = insured.row(PROGRESS);
        row.set(M10.HISTORY_NO, String.valueOf(one.historyNo()));
        row.set(M10.APPLIED_ON, one.appliedOn());
        row.set(M10.APPLICATION_TYPE, one.type());
        row.set(M10.ACCEPTED_ON, one.appliedOn());
        row.set(M10.CERT_STATUS, one.status());
        row.set(M10.SURVEY_REQUESTED_ON, past(one.appliedOn().plusDays(2), insured));
        row.set(M10.OPINION_REQUESTED_ON, past(one.appliedOn().plusDays(1), insured));
        row.set(M10.SURVEY_DONE_ON, past(one.surveyedOn(), insured));
        row.set(M10.OPINION_RECEIVED_ON, past(one.opinionOn(), insured));
        row.set(M10.PRIMARY_ON, past(one.judgedOn(), insured));
        if (one.status().equals(Certification.WITHDRAWN)) {
            row.set(M10.WITHDRAWN_ON, past(one.appliedOn().plusDays(1), insured));
        }
        Decision decided = one.decided();
        if (decided != null) {
            row.set(M10.COMMITTEE_ON, decided.certifiedOn());
            row.set(M10.CERTIFIED_ON, decided.certifiedOn());
        }
        return row;
    }

    private static @org.jspecify.annotations.Nullable LocalDate past(LocalDate day, Insured insured) {
        return day.isAfter(insured.day()) ? null : day;
    }

    /** Who was asked for an opinion since the platform began: a clinic, now and then the doctor of a 老健. */
    static List<Row> requests(Insured insured) {
        return insured.course().stream()
                .filter(one -> !one.appliedOn().isBefore(CONSENT_BEGAN))
                .map(one -> request(insured, one))
                .toList();
    }

    private static Row request(Insured insured, Certification one) {
        boolean inFacility = insured.draw().below(20, Salt.OFFICE) == 0;
        Row row = insured.row(REQUEST);
        row.set(M13.HISTORY_NO, String.valueOf(one.historyNo()));
        row.set(M13.ISSUER_KIND, inFacility ? "2" : "1");
        row.set(
                M13.ISSUER_NUMBER,
                inFacility
                        ? insured.institutions().office(insured.draw(), "52").number()
                        : insured.institutions().clinic(insured.draw()).number());
        row.set(M13.FILED_ON, one.appliedOn());
        row.set(M13.REQUESTED_ON, one.appliedOn().plusDays(1));
        row.set(M13.DUE_ON, one.appliedOn().plusDays(15));
        return row;
    }
}
