package kaigo.viewing.web;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kaigo.layout.Item.FlagItem;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M05;
import kaigo.layout.items.M06;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * 住宅改修・福祉用具購入: what is left in yen, and what was done or bought.
 *
 * @param years 支給年度 in which something was bought, the newest first
 * @param current the 支給年度 of today
 */
public record BenefitsView(List<Dwelling> dwellings, List<Year> years, int current) {

    private static final List<FlagItem> CARE =
            List.of(M05.CARE_HANDRAIL, M05.CARE_STEP, M05.CARE_FLOOR, M05.CARE_DOOR, M05.CARE_TOILET, M05.CARE_OTHER);
    private static final List<FlagItem> PREVENTION =
            List.of(M05.PREV_HANDRAIL, M05.PREV_STEP, M05.PREV_FLOOR, M05.PREV_DOOR, M05.PREV_TOILET, M05.PREV_OTHER);

    private static final int MONTHS_BEFORE_APRIL = 3;

    /** 工事の種類, in the order of the form. */
    private static final List<String> WORKS = List.of("handrail", "step", "floor", "door", "toilet", "other");

    /**
     * 住宅: each has a limit of its own.
     *
     * @param address or that it is not shown
     * @param reset 3段階リセット has been applied
     */
    public record Dwelling(
            String address, String careLevel, String remaining, Benefit care, Benefit prevention, boolean reset) {

        public List<Work> works() {
            List<Work> works = new ArrayList<>();
            for (int i = 0; i < WORKS.size(); i++) {
                works.add(new Work(
                        ScreenText.text("work." + WORKS.get(i)),
                        care.done().get(i),
                        prevention.done().get(i)));
            }
            return works;
        }

        @Override
        public String toString() {
            return "Dwelling[…]";
        }
    }

    /** 介護給付分 or 予防給付分: which of the six kinds of work were done. */
    public record Benefit(String lastPaidOn, List<Boolean> done) {}

    /** 工事の種類, and for which of the two benefits it was done. */
    public record Work(String name, boolean care, boolean prevention) {}

    /** That nothing was bought in the 支給年度 of today, of which so nothing tells what is left; null if something was. */
    public @Nullable String noneThisYear() {
        return years.stream().anyMatch(Year::isCurrent)
                ? null
                : ScreenText.text("benefits.equipment.none.year", fiscalYear(current));
    }

    /** 支給年度. */
    public record Year(String name, String remaining, boolean isCurrent, List<Purchase> purchases) {

        /** Its name with what was left in it: of an old year not to be taken for what is left today. */
        public String title() {
            return isCurrent
                    ? ScreenText.text("benefits.year.current", name, remaining)
                    : ScreenText.text("benefits.year.past", name, remaining);
        }
    }

    public record Purchase(String purchasedOn, String kind, String name, String benefit, String price, String paidOn) {}

    static BenefitsView of(Leaf leaf, LocalDate today) {
        int current = today.minusMonths(MONTHS_BEFORE_APRIL).getYear();
        List<Dwelling> dwellings =
                ShownRecord.list("M05", leaf.parts().getOrDefault(Part.HOME_MODIFICATIONS, "[]")).stream()
                        .map(BenefitsView::dwelling)
                        .toList();
        Map<String, List<ShownRecord>> byYear =
                ShownRecord.list("M06", leaf.parts().getOrDefault(Part.EQUIPMENT_PURCHASES, "[]")).stream()
                        .collect(Collectors.groupingBy(
                                one -> one.text(M06.FISCAL_YEAR).orElse(""), LinkedHashMap::new, Collectors.toList()));
        return new BenefitsView(
                dwellings,
                byYear.entrySet().stream()
                        .sorted(Map.Entry.<String, List<ShownRecord>>comparingByKey()
                                .reversed())
                        .map(year -> year(year.getKey(), year.getValue(), current))
                        .toList(),
                current);
    }

    private static String fiscalYear(int year) {
        return JapaneseDates.fiscalYear(LocalDate.of(year, Month.APRIL, 1));
    }

    private static Dwelling dwelling(ShownRecord one) {
        return new Dwelling(
                one.text(M05.ADDRESS).orElseGet(() -> ScreenText.text("person.address.hidden")),
                one.label(M05.CARE_LEVEL).orElse(""),
                Entry.text(one, M05.REMAINING),
                new Benefit(
                        Entry.text(one, M05.CARE_LAST_PAID_ON),
                        CARE.stream().map(one::is).toList()),
                new Benefit(
                        Entry.text(one, M05.PREV_LAST_PAID_ON),
                        PREVENTION.stream().map(one::is).toList()),
                one.is(M05.RESET_APPLIED));
    }

    /** What is left after the last purchase: the smallest of what its records say. */
    private static Year year(String number, List<ShownRecord> purchases, int current) {
        ShownRecord last = purchases.stream()
                .min(Comparator.comparing(one -> one.number(M06.REMAINING).orElse(0L)))
                .orElseThrow();
        return new Year(
                fiscalYear(Integer.parseInt(number)),
                Entry.text(last, M06.REMAINING),
                number.equals(String.valueOf(current)),
                purchases.stream().map(BenefitsView::purchase).toList());
    }

    private static Purchase purchase(ShownRecord one) {
        return new Purchase(
                Entry.text(one, M06.PURCHASED_ON),
                one.label(M06.ITEM_TYPE).orElse(""),
                one.text(M06.ITEM_NAME).orElse("—"),
                one.label(M06.BENEFIT_TYPE).orElse(""),
                Entry.text(one, M06.PRICE),
                Entry.text(one, M06.PAID_ON));
    }
}
