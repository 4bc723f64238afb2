package kaigo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final int PRICE = 9_800;
    private static final String FORMER_DWELLING = "架空県架空市架空旧町１丁目１番１号";

    private static final List<FlagItem> CARE =
            List.of(M05.CARE_HANDRAIL, M05.CARE_STEP, M05.CARE_FLOOR, M05.CARE_DOOR, M05.CARE_TOILET, M05.CARE_OTHER);
    private static final List<FlagItem> PREVENTIVE =
            List.of(M05.PREV_HANDRAIL, M05.PREV_STEP, M05.PREV_FLOOR, M05.PREV_DOOR, M05.PREV_TOILET, M05.PREV_OTHER);

    private BenefitRows() {}

    /** A dwelling, of some a former one too; works come one after another and use its limit up. */
    static List<Row> homeModifications(Insured insured) {
        Optional<Certification> first = insured.firstCertification();
        int chance = insured.draw().below(100, Salt.BENEFIT);
        if (first.isEmpty() || chance >= 15) {
            return List.of();
        }
        LocalDate begin = first.get().endedOn().plusDays(60);
        String address = insured.person().address().text();
        Stream<Row> rows = chance < 3
                ? Stream.concat(
                        dwelling(insured, 1, FORMER_DWELLING, List.of(begin)),
                        dwelling(insured, 2, address, List.of(begin.plusDays(300))))
                : dwelling(insured, 1, address, List.of(begin, begin.plusDays(250)));
        return rows.toList();
    }

    private static Stream<Row> dwelling(Insured insured, int number, String address, List<LocalDate> works) {
        List<LocalDate> paid = works.stream()
                .map(day -> day.plusDays(insured.draw().below(200, Salt.PURCHASE)))
                .filter(insured::knows)
                .filter(day -> insured.inForceOn(day).isPresent())
                .toList();
        if (paid.isEmpty()) {
            return Stream.empty();
        }
        Row row = insured.row(MODIFICATION);
        row.set(M05.HISTORY_NO, String.valueOf(number));
        row.set(M05.ADDRESS, address);
        int kind = insured.draw().below(CARE.size(), Salt.BENEFIT);
        row.set(M05.REMAINING, LIMIT_OF_A_DWELLING - paid.size() * (40_000 + 7_000 * kind));
        Stream.concat(CARE.stream(), PREVENTIVE.stream()).forEach(flag -> row.set(flag, false));
        for (int i = 0; i < paid.size(); i++) {
            work(row, paid.get(i), insured.inForceOn(paid.get(i)).orElseThrow(), (kind + i) % CARE.size());
        }
        row.set(M05.RESET_APPLIED, false);
        return Stream.of(row);
    }

    private static void work(Row row, LocalDate paidOn, Certification inForce, int kind) {
        boolean preventive = CareLevels.isPreventive(inForce.severity());
        row.set(M05.CARE_LEVEL, inForce.careLevel());
        row.set(preventive ? M05.PREV_LAST_PAID_ON : M05.CARE_LAST_PAID_ON, paidOn);
        row.set((preventive ? PREVENTIVE : CARE).get(kind), true);
    }

    /** One or two purchases; the benefit is paid a month later. One in some is a mistake, deleted on the next day. */
    static List<Row> equipmentPurchases(Insured insured) {
        Optional<Certification> first = insured.firstCertification();
        int chance = insured.draw().below(100, Salt.PURCHASE);
        if (first.isEmpty() || chance >= 16) {
            return List.of();
        }
        LocalDate begin = first.get().endedOn().plusDays(30L + insured.draw().below(250, Salt.BENEFIT));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 1 + chance % 3; i++) {
            LocalDate bought = begin.plusDays(170L * i);
            Optional<Certification> inForce = insured.inForceOn(bought);
            boolean isMistake = i == 2;
            boolean isShown = !isMistake || bought.equals(insured.day());
            if (isShown && insured.knows(bought) && inForce.isPresent()) {
                rows.add(purchase(insured, i + 1, bought, inForce.get()));
            }
        }
        return rows;
    }

    private static Row purchase(Insured insured, int number, LocalDate bought, Certification inForce) {
        int type = 1 + (insured.draw().below(ITEM_TYPES, Salt.PURCHASE) + number) % ITEM_TYPES;
        Row row = insured.row(PURCHASE);
        row.set(M06.HISTORY_NO, String.valueOf(number));
        row.set(M06.FISCAL_YEAR, String.valueOf(bought.minusMonths(3).getYear()));
        row.set(M06.REMAINING, LIMIT_OF_A_YEAR - PRICE * type);
        row.set(M06.BENEFIT_TYPE, CareLevels.isPreventive(inForce.severity()) ? "2" : "1");
        row.set(M06.PURCHASED_ON, bought);
        row.set(M06.ITEM_TYPE, "0" + type);
        row.set(M06.ITEM_NAME, "架空の福祉用具" + type);
        row.set(M06.PRICE, PRICE * type);
        LocalDate paid = bought.plusDays(35);
        row.set(M06.PAID_ON, insured.knows(paid) ? paid : null);
        return row;
    }
}
