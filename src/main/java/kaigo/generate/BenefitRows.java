package kaigo.generate;

import java.time.LocalDate;
import java.util.List;
import kaigo.generate.Draw.Salt;
import kaigo.layout.Item.FlagItem;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.M05;
import kaigo.layout.items.M06;

/** 住宅改修・福祉用具購入のレコード (M05, M06). Shares are ours. */
final class BenefitRows {
    private static final Layout MODIFICATION = Layouts.newest("M05").orElseThrow();
    private static final Layout PURCHASE = Layouts.newest("M06").orElseThrow();
    private static final int LIMIT_OF_A_DWELLING = 200_000;
    private static final int LIMIT_OF_A_YEAR = 100_000;
    private static final int ITEM_TYPES = 9;

    private static final List<FlagItem> CARE =
            List.of(M05.CARE_HANDRAIL, M05.CARE_STEP, M05.CARE_FLOOR, M05.CARE_DOOR, M05.CARE_TOILET, M05.CARE_OTHER);
    private static final List<FlagItem> PREVENTIVE =
            List.of(M05.PREV_HANDRAIL, M05.PREV_STEP, M05.PREV_FLOOR, M05.PREV_DOOR, M05.PREV_TOILET, M05.PREV_OTHER);

    private BenefitRows() {}

    static List<Row> homeModifications(Insured insured) {
        Certification current = insured.current();
        int chance = insured.draw().below(100, Salt.BENEFIT);
        if (current == null || chance >= 15) {
            return List.of();
        }
        boolean preventive = CareLevels.isPreventive(current.severity());
        LocalDate paid = current.appliedOn().plusDays(60);
        Row row = insured.row(MODIFICATION);
        row.set(M05.HISTORY_NO, "1");
        row.set(M05.CARE_LEVEL, current.careLevel());
        row.set(M05.ADDRESS, insured.person().address().text());
        row.set(M05.REMAINING, LIMIT_OF_A_DWELLING - 7000 * (chance + 1));
        row.set(preventive ? M05.PREV_LAST_PAID_ON : M05.CARE_LAST_PAID_ON, earlier(paid, insured.day()));
        for (int i = 0; i < CARE.size(); i++) {
            boolean done = i == chance % CARE.size() || i == 0;
            row.set(CARE.get(i), !preventive && done);
            row.set(PREVENTIVE.get(i), preventive && done);
        }
        row.set(M05.RESET_APPLIED, false);
        return List.of(row);
    }

    static List<Row> equipmentPurchases(Insured insured) {
        Certification current = insured.current();
        int chance = insured.draw().below(100, Salt.BENEFIT);
        if (current == null || chance < 92) {
            return List.of();
        }
        LocalDate bought = earlier(current.appliedOn().plusDays(50), insured.day());
        int type = 1 + chance % ITEM_TYPES;
        Row row = insured.row(PURCHASE);
        row.set(M06.HISTORY_NO, "1");
        row.set(M06.FISCAL_YEAR, String.valueOf(bought.minusMonths(3).getYear()));
        row.set(M06.REMAINING, LIMIT_OF_A_YEAR - 9800 * type);
        row.set(M06.BENEFIT_TYPE, CareLevels.isPreventive(current.severity()) ? "2" : "1");
        row.set(M06.PURCHASED_ON, bought);
        row.set(M06.ITEM_TYPE, "0" + type);
        row.set(M06.ITEM_NAME, "架空の福祉用具" + type);
        row.set(M06.PRICE, 9800 * type);
        return List.of(row);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
