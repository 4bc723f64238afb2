package kaigo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kaigo.generate.Certification.Decision;
import kaigo.generate.Draw.Salt;
import kaigo.generate.FictitiousInstitutions.Institution;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.M02;
import kaigo.shared.InsuredCategory;

/**
 * 被保険者証のレコード (M02): a card for everybody of the 第1号; for every certification another one, which voids the one
 * before. Shares are ours.
 */
final class CardRows {
    private static final Layout CARD = Layouts.newest("M02").orElseThrow();
    private static final String TARGET_OF_THE_PROJECT = "06";

    private CardRows() {}

    static List<Row> insuranceCards(Insured insured) {
        List<Row> rows = new ArrayList<>();
        Person.Qualification qualified = insured.person().qualification();
        if (qualified.category() == InsuredCategory.FIRST && !arrivesCertified(insured)) {
            rows.add(card(insured, 1, qualified.from()));
        }
        for (Certification one : insured.course()) {
            Decision decided = one.decided();
            if (decided != null && insured.knows(one.cardOn())) {
                replace(rows, insured, one.cardOn());
                certified(rows.getLast(), one, decided, insured);
            }
        }
        if (!CareCourse.applies(insured.person(), insured.draw(), insured.base())) {
            projectTarget(rows, insured);
        }
        return rows;
    }

    private static boolean arrivesCertified(Insured insured) {
        return !insured.course().isEmpty()
                && insured.course()
                        .getFirst()
                        .cardOn()
                        .equals(insured.person().qualification().from());
    }

    private static void replace(List<Row> rows, Insured insured, LocalDate issuedOn) {
        if (!rows.isEmpty()) {
            rows.getLast().set(M02.VOIDED_ON, issuedOn);
        }
        rows.add(card(insured, rows.size() + 1, issuedOn));
    }

    private static Row card(Insured insured, int number, LocalDate issuedOn) {
        Row row = insured.row(CARD);
        row.set(M02.HISTORY_NO, String.valueOf(number));
        row.set(M02.ISSUED_ON, issuedOn);
        row.set(M02.PRINTED_INSURER_NUMBER, insured.person().insurerNumber());
        row.set(M02.INSURER_NAME, insured.insurerName());
        row.set(M02.CERTIFICATE_TYPE, "1");
        return row;
    }

    private static void certified(Row row, Certification one, Decision decided, Insured insured) {
        row.set(M02.CARE_LEVEL, one.careLevel());
        row.set(M02.CERTIFIED_ON, one.endedOn());
        row.set(M02.CERT_VALID_FROM, decided.validFrom());
        row.set(M02.CERT_VALID_TO, decided.validTo());
        row.set(M02.MONTHLY_LIMIT_UNITS, CareLevels.limitUnits(one.severity()));
        row.set(M02.LIMIT_FROM, decided.validFrom());
        row.set(M02.LIMIT_TO, decided.validTo());
        whoPlans(row, one, decided, insured);
        int chance = insured.draw().below(240, Salt.RESTRICTION);
        if (chance < 4) {
            row.set(M02.BENEFIT_RESTRICTIONS1_CONTENT, "0" + (chance + 1));
            row.set(M02.BENEFIT_RESTRICTIONS1_FROM, decided.validFrom());
            row.set(M02.BENEFIT_RESTRICTIONS1_TO, chance == 2 ? decided.validTo() : null);
        }
    }

    /** The facility once the person lives there, until then whoever plans the care at home. */
    private static void whoPlans(Row row, Certification one, Decision decided, Insured insured) {
        ServiceUse use = new ServiceUse(insured);
        LocalDate since = use.since();
        if (use.facility().isPresent() && insured.knows(since)) {
            row.set(M02.FACILITIES1_KIND, "施設等");
            row.set(M02.FACILITIES1_NAME, use.planner(one).office().name());
            row.set(M02.FACILITIES1_ENTERED_ON, since);
        } else {
            careManager(row, use.plannerAtHome(one).office(), decided.validFrom());
        }
    }

    private static void careManager(Row row, Institution office, LocalDate filedOn) {
        row.set(M02.CARE_MANAGERS1_OFFICE_NUMBER, office.number());
        row.set(M02.CARE_MANAGERS1_NAME, office.name());
        row.set(M02.CARE_MANAGERS1_FILED_ON, filedOn);
    }

    /** 事業対象者: somebody who never applies and passed the 基本チェックリスト. */
    private static void projectTarget(List<Row> rows, Insured insured) {
        Draw again = insured.draw().again(0);
        LocalDate checked = insured.base().plusDays(200L - again.below(800, Salt.CARE_LEVEL));
        LocalDate insuredFrom = insured.person().qualification().from();
        boolean passed = !rows.isEmpty() && again.below(1000, Salt.CERTIFIED) < 12;
        if (passed && insured.knows(checked) && !checked.isBefore(insuredFrom)) {
            replace(rows, insured, checked);
            rows.getLast().set(M02.CARE_LEVEL, TARGET_OF_THE_PROJECT);
            rows.getLast().set(M02.CERTIFIED_ON, checked);
            careManager(rows.getLast(), insured.institutions().office(insured.draw(), "46"), checked);
        }
    }
}
