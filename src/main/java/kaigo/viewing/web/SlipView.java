package kaigo.viewing.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.layout.Item;
import kaigo.layout.Item.NumberItem;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.X02CostMonths;
import kaigo.layout.items.X02Costs;
import kaigo.layout.items.X02KindLimits;
import kaigo.layout.items.X02SlipLines;
import kaigo.layout.items.X02Slips;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * サービス利用票と別表 (第6表, 第7表) of one month of a plan.
 *
 * @param months of the plan that have one, the newest first
 * @param shown the month whose tables these are
 * @param slip what stands at the head of 第6表
 * @param lines of 第6表
 * @param stays 短期入所 of 第7表
 * @param costs of 第7表; null if it has none, or is not shown
 * @param limits 種類別支給限度管理 of 第7表
 */
public record SlipView(
        List<Month> months,
        Month shown,
        List<Day> days,
        List<Entry> slip,
        List<Line> lines,
        List<Entry> stays,
        @Nullable Table costs,
        List<List<String>> limits) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    private static final String TOTAL = "3";

    /** @param value as in an address: 202611 */
    public record Month(String value, String name) {
        static Month of(String value) {
            return new Month(value, JapaneseDates.month(YearMonth.parse(value, MONTH)));
        }
    }

    public record Day(int number, String weekday, boolean isSunday) {}

    /**
     * A service.
     *
     * @param planned 予定: how often on each day
     * @param done 実績; empty until it is known
     */
    public record Line(
            String time,
            String content,
            String office,
            @Nullable String equipment,
            List<Integer> planned,
            List<Integer> done) {

        public static int total(List<Integer> times) {
            return times.stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String toString() {
            return "Line[…]";
        }
    }

    /** @param columns those for which any of the rows has a value */
    public record Table(List<String> columns, List<Cost> rows) {}

    /**
     * @param beside 事業所名, サービスコード, 福祉用具のコード
     * @param values by column
     */
    public record Cost(String name, List<String> beside, boolean isTotal, List<String> values) {

        @Override
        public String toString() {
            return "Cost[…]";
        }
    }

    private static final Item[] SLIP = {
        X02Slips.CREATED_ON,
        X02Slips.FILED_ON,
        X02Slips.CARE_LEVEL,
        X02Slips.CHANGED_LEVEL,
        X02Slips.CHANGED_ON,
        X02Slips.LIMIT_UNITS,
        X02Slips.LIMIT_FROM,
        X02Slips.LIMIT_TO,
        X02Slips.SHORT_STAY_BEFORE
    };

    private static final Item[] STAYS = {
        X02CostMonths.CREATED_ON,
        X02CostMonths.SHORT_STAY_BEFORE,
        X02CostMonths.SHORT_STAY_PLANNED,
        X02CostMonths.SHORT_STAY_TOTAL
    };

    private static final Item[] LIMITS = {
        X02KindLimits.SERVICE_TYPE, X02KindLimits.LIMIT_UNITS, X02KindLimits.TOTAL_UNITS, X02KindLimits.OVER_UNITS
    };

    private static final List<Item> COSTS = List.of(
            X02Costs.UNITS,
            X02Costs.DISCOUNT_RATE,
            X02Costs.DISCOUNTED_UNITS,
            X02Costs.TIMES,
            X02Costs.SERVICE_UNITS,
            X02Costs.MANAGED_UNITS,
            X02Costs.KIND_LIMIT_OVER,
            X02Costs.KIND_LIMIT_WITHIN,
            X02Costs.LIMIT_OVER,
            X02Costs.LIMIT_WITHIN,
            X02Costs.UNIT_PRICE,
            X02Costs.TOTAL_COST,
            X02Costs.BENEFIT_RATE,
            X02Costs.BENEFIT,
            X02Costs.FIXED_FEE,
            X02Costs.OWN_SHARE,
            X02Costs.OWN_WHOLE);

    /**
     * @param month that is wanted: the newest if it is null, or not there
     * @return null if the plan has no month that is shown
     */
    static @Nullable SlipView of(ShownRecord plan, @Nullable String month) {
        List<String> known = Stream.concat(
                        plan.rows("slips").stream().map(row -> month(row, X02Slips.TARGET_MONTH)),
                        plan.rows("costMonths").stream().map(row -> month(row, X02CostMonths.TARGET_MONTH)))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        if (known.isEmpty()) {
            return null;
        }
        String shown = month != null && known.contains(month) ? month : known.getFirst();
        return new SlipView(
                known.stream().map(Month::of).toList(),
                Month.of(shown),
                days(YearMonth.parse(shown, MONTH)),
                rows(plan, "slips", X02Slips.TARGET_MONTH, shown)
                        .flatMap(row -> Entry.of(row, SLIP).stream())
                        .toList(),
                rows(plan, "slipLines", X02SlipLines.TARGET_MONTH, shown)
                        .map(row -> line(row, YearMonth.parse(shown, MONTH).lengthOfMonth()))
                        .toList(),
                rows(plan, "costMonths", X02CostMonths.TARGET_MONTH, shown)
                        .flatMap(row -> Entry.of(row, STAYS).stream())
                        .toList(),
                costs(rows(plan, "costs", X02Costs.TARGET_MONTH, shown).toList()),
                rows(plan, "kindLimits", X02KindLimits.TARGET_MONTH, shown)
                        .map(row -> Arrays.stream(LIMITS)
                                .map(item -> Entry.text(row, item))
                                .toList())
                        .toList());
    }

    private static String month(ShownRecord row, NumberItem item) {
        return row.text(item).orElse("");
    }

    private static Stream<ShownRecord> rows(ShownRecord plan, String sheet, NumberItem month, String wanted) {
        return plan.rows(sheet).stream().filter(row -> month(row, month).equals(wanted));
    }

    private static List<Day> days(YearMonth month) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .map(SlipView::day)
                .toList();
    }

    private static Day day(LocalDate date) {
        DayOfWeek weekday = date.getDayOfWeek();
        return new Day(
                date.getDayOfMonth(),
                weekday.getDisplayName(TextStyle.NARROW, Locale.JAPANESE),
                weekday == DayOfWeek.SUNDAY);
    }

    private static Line line(ShownRecord row, int days) {
        String equipment = Stream.of(X02SlipLines.EQUIPMENT, X02SlipLines.EQUIPMENT_CODE)
                .flatMap(item -> row.text(item).stream())
                .reduce((name, code) -> name + "（" + code + "）")
                .orElse(null);
        return new Line(
                row.has(X02SlipLines.START_TIME)
                        ? Entry.text(row, X02SlipLines.START_TIME) + "〜" + Entry.text(row, X02SlipLines.END_TIME)
                        : "—",
                row.text(X02SlipLines.CONTENT).orElse(""),
                row.text(X02SlipLines.OFFICE_NAME).orElse(""),
                equipment,
                times(row.text(X02SlipLines.PLANNED).orElse(""), days),
                times(row.text(X02SlipLines.DONE).orElse(""), days));
    }

    private static List<Integer> times(String digits, int days) {
        return digits.chars().limit(days).mapToObj(c -> c - '0').toList();
    }

    private static @Nullable Table costs(List<ShownRecord> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        Predicate<Item> isUsed = item -> rows.stream().anyMatch(row -> row.has(item));
        List<Item> columns = COSTS.stream().filter(isUsed).toList();
        List<Cost> lines = new ArrayList<>();
        for (ShownRecord row : rows) {
            boolean isTotal = Objects.equals(row.code(X02Costs.LINE_KIND).orElse(null), TOTAL);
            lines.add(new Cost(
                    isTotal
                            ? ScreenText.text("plans.total")
                            : row.text(X02Costs.CONTENT).orElse("—"),
                    Stream.of(X02Costs.OFFICE_NAME, X02Costs.SERVICE_CODE, X02Costs.EQUIPMENT_CODE)
                            .flatMap(item -> row.value(item).stream())
                            .map(Entry::text)
                            .toList(),
                    isTotal,
                    columns.stream()
                            .map(item -> row.has(item) ? Entry.text(row, item) : "")
                            .toList()));
        }
        return new Table(columns.stream().map(rows.getFirst()::name).toList(), lines);
    }

    @Override
    public String toString() {
        return "SlipView[…]";
    }
}
