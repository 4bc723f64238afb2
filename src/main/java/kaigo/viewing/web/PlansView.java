package kaigo.viewing.web;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.layout.Item;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.X02;
import kaigo.layout.items.X02Services;
import kaigo.layout.items.X02Week;
import kaigo.screens.ScreenText;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;
import org.jspecify.annotations.Nullable;

/** ケアプラン: the plans that were registered, the newest first, each with those of its tables that are shown. */
public record PlansView(List<Plan> plans) {

    /**
     * @param names of 第1表, 第2表, 第3表
     * @param table1 第1表
     * @param besideWeek what 第3表 has beside its week
     * @param slip 第6表 and 第7表 of a month; null without any
     */
    public record Plan(
            String number,
            String kind,
            boolean isOfFacility,
            List<String> names,
            String createdOn,
            List<Entry> table1,
            List<Service> services,
            List<Hour> week,
            List<Entry> besideWeek,
            @Nullable SlipView slip) {

        public String title() {
            return kind + "　" + createdOn;
        }

        @Override
        public String toString() {
            return "Plan[…]";
        }
    }

    /** 第2表の一行. */
    public record Service(
            String need,
            List<Goal> goals,
            String content,
            String kind,
            String office,
            String frequency,
            String period) {

        @Override
        public String toString() {
            return "Service[…]";
        }
    }

    /** 長期目標 or 短期目標. */
    public record Goal(String name, String text, String period) {}

    /** 第3表の一行. */
    public record Hour(String weekday, String time, String content) {}

    private static final String HOME = "1";
    private static final String FACILITY = "4";

    private static final Item[] TABLE_1 = {
        X02.OFFICE_NUMBER,
        X02.AUTHOR,
        X02.CREATED_ON,
        X02.FIRST_CREATED_ON,
        X02.OCCASION,
        X02.CERT_STATE,
        X02.CARE_LEVEL,
        X02.CERT_VALID_FROM,
        X02.CERT_VALID_TO,
        X02.PLAN_FROM,
        X02.PLAN_TO,
        X02.INTENTION,
        X02.COMMITTEE_OPINION,
        X02.POLICY,
        X02.LIFE_SUPPORT_REASON,
        X02.AGREED_ON
    };

    /** @param month whose 第6表 and 第7表 are wanted; the newest if it is null, or not there */
    static PlansView of(Leaf leaf, @Nullable String month) {
        return new PlansView(ShownRecord.list("X02", leaf.parts().getOrDefault(Part.CARE_PLANS, "[]")).stream()
                .map(one -> plan(one, month))
                .toList());
    }

    private static Plan plan(ShownRecord one, @Nullable String month) {
        String kind = one.code(X02.PLAN_KIND).orElse("");
        return new Plan(
                one.text(X02.PLAN_NO).orElse(""),
                one.label(X02.PLAN_KIND).orElse(""),
                kind.equals(FACILITY),
                names(kind),
                Entry.text(one, X02.CREATED_ON),
                Entry.of(one, TABLE_1),
                one.rows("services").stream().map(PlansView::service).toList(),
                one.rows("week").stream().map(PlansView::hour).toList(),
                Entry.of(one, X02.DAILY_ACTIVITIES, X02.OTHER_THAN_WEEKLY),
                SlipView.of(one, month));
    }

    /** 介護予防 has forms of its own, whose names are others. */
    private static List<String> names(String kind) {
        String of = kind.equals(FACILITY) ? "plans.facility." : kind.equals(HOME) ? "plans.home." : "plans.other.";
        return Stream.of(1, 2, 3).map(table -> ScreenText.text(of + table)).toList();
    }

    private static Service service(ShownRecord row) {
        List<Goal> goals = Stream.of(
                        goal(
                                row,
                                X02Services.LONG_GOAL,
                                row.text(X02Services.LONG_GOAL).orElse(""),
                                entry(X02Services.LONG_FROM, X02Services.LONG_TO)),
                        goal(
                                row,
                                X02Services.SHORT_GOAL,
                                row.text(X02Services.SHORT_GOAL).orElse(""),
                                entry(X02Services.SHORT_FROM, X02Services.SHORT_TO)))
                .filter(goal -> !goal.text().isEmpty())
                .toList();
        return new Service(
                row.text(X02Services.NEED).orElse(""),
                goals,
                row.text(X02Services.CONTENT).orElse(""),
                row.text(X02Services.SERVICE_KIND).orElse(""),
                row.text(X02Services.OFFICE_NAME)
                        .or(() -> row.text(X02Services.OFFICE_NUMBER))
                        .orElse("—"),
                row.text(X02Services.FREQUENCY).orElse("—"),
                Periods.text(row.day(X02Services.SERVICE_FROM), row.day(X02Services.SERVICE_TO)));
    }

    private static Goal goal(ShownRecord row, Item item, String text, Map.Entry<Item.DateItem, Item.DateItem> period) {
        return new Goal(row.name(item), text, Periods.text(row.day(period.getKey()), row.day(period.getValue())));
    }

    private static Hour hour(ShownRecord row) {
        return new Hour(
                row.label(X02Week.WEEKDAY).orElse(""),
                Entry.text(row, X02Week.START_TIME) + "〜" + Entry.text(row, X02Week.END_TIME),
                row.text(X02Week.CONTENT).orElse(""));
    }

    @Override
    public String toString() {
        return "PlansView[…]";
    }
}
