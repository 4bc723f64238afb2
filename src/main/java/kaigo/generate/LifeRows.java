package kaigo.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.generate.Draw.Salt;
import kaigo.generate.ServiceUse.Use;
import kaigo.layout.CodeList;
import kaigo.layout.Item.CodeItem;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.X01;

/**
 * LIFE情報のレコード (X01): a facility or a day service evaluates every three months, and reports by the tenth of the next
 * month. Values are drawn from the level: 架空.
 */
final class LifeRows {
    private static final Layout EVALUATION = Layouts.newest("X01").orElseThrow();
    private static final int MONTHS_BEFORE_BASE = 12;
    private static final int REPORTED_ON = 10;
    private static final List<String> FACILITIES = List.of("51", "52", "55");
    private static final List<String> OTHERS = List.of("15", "32", "33", "73", "77");
    private static final String FACILITY_FORM = "01";
    private static final String OTHER_FORM = "02";

    private static final List<CodeItem> ADL = List.of(
            X01.ADL_MEAL,
            X01.ADL_TRANSFER,
            X01.ADL_GROOMING,
            X01.ADL_TOILET,
            X01.ADL_BATHING,
            X01.ADL_WALKING,
            X01.ADL_STAIRS,
            X01.ADL_DRESSING,
            X01.ADL_BOWEL,
            X01.ADL_BLADDER);
    private static final List<CodeItem> VITALITY = List.of(
            X01.VITALITY_RISING,
            X01.VITALITY_CONVERSATION,
            X01.VITALITY_MEAL,
            X01.VITALITY_TOILET,
            X01.VITALITY_ACTIVITY);
    private static final List<CodeItem> PRESENCES = List.of(
            X01.PRESSURE_ULCER,
            X01.DENTURE,
            X01.CHOKING,
            X01.DIRTY_TEETH,
            X01.SWOLLEN_GUMS,
            X01.ASPIRATION_PNEUMONIA,
            X01.HOUSEHOLD);
    private static final List<CodeItem> DBD = List.of(
            X01.DBD1, X01.DBD2, X01.DBD3, X01.DBD4, X01.DBD5, X01.DBD6, X01.DBD7, X01.DBD8, X01.DBD9, X01.DBD10,
            X01.DBD11, X01.DBD12, X01.DBD13);

    private final Insured insured;
    private final YearMonth month;
    private final Certification inForce;
    private final Draw draw;

    private LifeRows(Insured insured, YearMonth month, Certification inForce) {
        this.insured = insured;
        this.month = month;
        this.inForce = inForce;
        this.draw = insured.draw().again(month.getYear() * 12L + month.getMonthValue());
    }

    static List<Row> evaluations(Insured insured) {
        YearMonth first = YearMonth.from(insured.base())
                .minusMonths(MONTHS_BEFORE_BASE)
                .plusMonths(insured.draw().below(3, Salt.VALUES));
        return Stream.iterate(first, month -> !reportedOn(month).isAfter(insured.day()), month -> month.plusMonths(3))
                .flatMap(month -> evaluation(insured, month).stream())
                .toList();
    }

    private static LocalDate reportedOn(YearMonth month) {
        return month.plusMonths(1).atDay(REPORTED_ON);
    }

    private static Optional<Row> evaluation(Insured insured, YearMonth month) {
        LocalDate evaluatedOn = month.atDay(15);
        ServiceUse use = new ServiceUse(insured);
        LocalDate lostOn = insured.lostOn();
        if (use.since().isAfter(evaluatedOn) || (lostOn != null && lostOn.isBefore(evaluatedOn))) {
            return Optional.empty();
        }
        return insured.certifications()
                .filter(one -> !one.endedOn().isAfter(evaluatedOn))
                .filter(one -> one.isInForceOn(evaluatedOn))
                .reduce((earlier, later) -> later)
                .flatMap(inForce -> use.uses(inForce).stream()
                        .filter(one -> FACILITIES.contains(one.service()) || OTHERS.contains(one.service()))
                        .findFirst()
                        .map(one -> new LifeRows(insured, month, inForce).row(one)));
    }

    private Row row(Use use) {
        boolean facility = FACILITIES.contains(use.service());
        Row row = insured.row(EVALUATION);
        row.set(X01.EVALUATION_MONTH, month.format(ClaimRows.MONTH));
        row.set(X01.OFFICE_NUMBER, use.office().number());
        row.set(X01.FORM, facility ? FACILITY_FORM : OTHER_FORM);
        row.set(X01.EVALUATED_ON, month.atDay(15));
        row.set(X01.SERVICE_TYPE, use.service());
        row.set(X01.CARE_LEVEL, inForce.careLevel());
        row.set(X01.ADL_TOTAL, points(row, ADL));
        row.set(X01.VITALITY_TOTAL, points(row, VITALITY));
        PRESENCES.forEach(item -> row.set(item, chance(item, 10) < inForce.severity() ? "1" : "2"));
        points(row, List.of(X01.DISABILITY, X01.DEMENTIA));
        boolean demented = chance(X01.DEMENTIA, 10) < 3 + inForce.severity();
        row.set(X01.DEMENTIA_DIAGNOSED, demented ? "1" : "2");
        if (demented) {
            row.set(X01.DBD_TOTAL, points(row, DBD));
        }
        nutrition(row, facility);
        return row;
    }

    private void nutrition(Row row, boolean facility) {
        int intake = 100 - 5 * inForce.severity();
        row.set(X01.HEIGHT, 1400 + 10 * insured.draw().below(30, Salt.VALUES));
        row.set(X01.WEIGHT, 400 + 5 * insured.draw().below(50, Salt.SHEET) + draw.below(20, Salt.VALUES));
        if (facility) {
            row.set(X01.MALNUTRITION_RISK, inForce.severity() < 4 ? "1" : "2");
            row.set(X01.ORAL_FEEDING, true);
            row.set(X01.ENTERAL_FEEDING, false);
            row.set(X01.PARENTERAL_FEEDING, false);
            points(row, List.of(X01.FOOD_FORM, X01.THICKNESS));
            row.set(X01.INTAKE, intake);
            row.set(X01.INTAKE_STAPLE, intake);
            row.set(X01.INTAKE_SIDE, intake - 10);
            row.set(X01.NEEDED_ENERGY, 1400);
            row.set(X01.NEEDED_PROTEIN, 55);
            row.set(X01.PROVIDED_ENERGY, 1400 - 20 * inForce.severity());
            row.set(X01.PROVIDED_PROTEIN, 50);
        }
    }

    /** Sets a value of each list, the further down the graver the level, and adds their points up. */
    private int points(Row row, List<CodeItem> items) {
        int sum = 0;
        for (CodeItem item : items) {
            String code = code(row.layout().item(row.layout().position(item)), item);
            row.set(item, code);
            sum += Integer.parseInt(code);
        }
        return sum;
    }

    private String code(LayoutItem item, CodeItem asked) {
        CodeList codes = Objects.requireNonNull(item.codes());
        List<String> values = List.copyOf(codes.labels().keySet());
        int last = values.size() - 1;
        int likely = Math.round(last * inForce.severity() / 7f);
        return values.get(Math.clamp(likely + chance(asked, 3) - 1, 0, last));
    }

    private int chance(CodeItem item, int bound) {
        return draw.again(item.ordinal()).below(bound, Salt.VALUES);
    }
}
