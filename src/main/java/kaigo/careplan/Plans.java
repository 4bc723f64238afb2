package kaigo.careplan;

import static kaigo.access.PartSql.shows;

import java.util.List;
import kaigo.access.PartSql;
import kaigo.access.rules.Kind;
import kaigo.careplan.load.PlanTarget;
import kaigo.layout.Item;
import kaigo.layout.ShownSql;
import kaigo.layout.items.X02;

/** ケアプラン of one person, as {@link ShownSql} words it. 第6・7表 are in no interface yet. */
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
    public static final PartSql WITH_TABLES =
            new PartSql(ShownSql.of(PlanTarget.TARGET, isShown(1) + " or " + isShown(2) + " or " + isShown(3))
                    .onlyIf(isShown(1), TABLE_1)
                    .sheet("services", isShown(2))
                    .sheet("week", isShown(3))
                    .onlyIf(isShown(3), TABLE_3)
                    .orderBy("t.created_on desc, t.plan_no desc")
                    .text());

    private Plans() {}

    /** Of a plan's 計画の種別: 4 is 施設サービス計画, the others are plans of people at home. */
    private static String isShown(int table) {
        return "case when t.plan_kind = '4' then " + shows(Kind.valueOf("CP_FACILITY_" + table)) + " else "
                + shows(Kind.valueOf("CP_HOME_" + table)) + " end";
    }
}
