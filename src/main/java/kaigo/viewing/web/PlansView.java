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
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;

/** ケアプラン: the plans that were registered, the newest first, each with those of its tables that are shown. */
public record PlansView(List<Plan> plans) {

    /** @param table1 第1表, and of 第3表 what stands beside its week */
    public record Plan(
            String number,
            String kind,
            String createdOn,
            List<Entry> table1,
            List<Service> services,
            List<Hour> week,
            List<Entry> besideWeek) {

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

    static PlansView of(Leaf leaf) {
        return new PlansView(ShownRecord.list("X02", leaf.parts().getOrDefault(Part.CARE_PLANS, "[]")).stream()
                .map(PlansView::plan)
                .toList());
    }

    private static Plan plan(ShownRecord one) {
        return new Plan(
                one.text(X02.PLAN_NO).orElse(""),
                one.label(X02.PLAN_KIND).orElse(""),
                Entry.text(one, X02.CREATED_ON),
                Entry.of(one, TABLE_1),
                one.rows("services").stream().map(PlansView::service).toList(),
                one.rows("week").stream().map(PlansView::hour).toList(),
                Entry.of(one, X02.DAILY_ACTIVITIES, X02.OTHER_THAN_WEEKLY));
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
