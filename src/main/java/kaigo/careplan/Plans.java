package kaigo.careplan;

import static kaigo.access.PartSql.shows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.access.PartSql;
import kaigo.access.rules.Kind;
import kaigo.careplan.load.PlanTarget;
import kaigo.layout.Item;
import kaigo.layout.ShownSql;
import kaigo.layout.items.X02;

/** ケアプラン of one person, as {@link ShownSql} words it. Plans of a 施設 have no 第6表 and no 第7表. */
public final class Plans {

    /** 第1表. Number and 計画の種別 of a plan stand on each of its tables. */
    private static final List<Item> TABLE_1 = List.of(
            X02.OFFICE_NUMBER,
            X02.AUTHOR,
            X02.CREATED_ON,
            X02.FIRST_CREATED_ON,
            X02.PLAN_FROM,
            X02.PLAN_TO,
            X02.OCCASION,
            X02.CERT_STATE,
            X02.CARE_LEVEL,
            X02.CERT_VALID_FROM,
            X02.CERT_VALID_TO,
            X02.INTENTION,
            X02.COMMITTEE_OPINION,
            X02.POLICY,
            X02.LIFE_SUPPORT_REASON,
            X02.AGREED_ON);

    /** What 第3表 has beside its week. */
    private static final List<Item> TABLE_3 = List.of(X02.DAILY_ACTIVITIES, X02.OTHER_THAN_WEEKLY);

    /** The newest first, each with those of its tables that the permit shows; none of which it shows no table. */
    public static final PartSql WITH_TABLES = new PartSql(ShownSql.of(
                    PlanTarget.TARGET,
                    Stream.of(1, 2, 3, 6, 7).map(Plans::isShown).collect(Collectors.joining(" or ")))
            .onlyIf(isShown(1), TABLE_1)
            .sheet("services", isShown(2))
            .sheet("week", isShown(3))
            .onlyIf(isShown(3), TABLE_3)
            .sheet("slips", isShown(6))
            .sheet("slipLines", isShown(6))
            .sheet("costMonths", isShown(7))
            .sheet("costs", isShown(7))
            .sheet("kindLimits", isShown(7))
            .orderBy("t.created_on desc, t.plan_no desc")
            .text());

    private Plans() {}

    /** Of a plan's 計画の種別: 4 is 施設サービス計画, the others are plans of people at home. */
    private static String isShown(int table) {
        String facility = table > 3 ? "false" : shows(Kind.valueOf("CP_FACILITY_" + table));
        return "case when t.plan_kind = '4' then " + facility + " else " + shows(Kind.valueOf("CP_HOME_" + table))
                + " end";
    }
}
