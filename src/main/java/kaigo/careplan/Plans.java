package kaigo.careplan;

import java.util.List;
import kaigo.access.FilePermit;
import kaigo.access.rules.Kind;
import kaigo.careplan.load.PlanTarget;
import kaigo.layout.Item;
import kaigo.layout.ShownSql;
import kaigo.layout.items.X02;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** ケアプラン of one person, as {@link ShownSql} words it. 第6・7表 are in no interface yet. */
@Component
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

    private static final String PLANS = ShownSql.of(PlanTarget.TARGET)
            .onlyIf(isShown(1), TABLE_1)
            .sheet("services", isShown(2))
            .sheet("week", isShown(3))
            .onlyIf(isShown(3), TABLE_3)
            .where(isShown(1) + " or " + isShown(2) + " or " + isShown(3))
            .orderBy("t.created_on desc, t.plan_no desc")
            .text();

    private final JdbcClient database;

    Plans(JdbcClient database) {
        this.database = database;
    }

    /** The newest first, each with those of its tables that the permit shows; none of which it shows no table. */
    public String list(FilePermit permit) {
        return database.sql(PLANS)
                .param("insurer", permit.insurer().value())
                .param("insured", permit.insured().value())
                .param("shown", true)
                .param("home1", permit.shows(Kind.CP_HOME_1))
                .param("home2", permit.shows(Kind.CP_HOME_2))
                .param("home3", permit.shows(Kind.CP_HOME_3))
                .param("facility1", permit.shows(Kind.CP_FACILITY_1))
                .param("facility2", permit.shows(Kind.CP_FACILITY_2))
                .param("facility3", permit.shows(Kind.CP_FACILITY_3))
                .query(String.class)
                .single();
    }

    /** Of a plan's 計画の種別: 4 is 施設サービス計画, the others are plans of people at home. */
    private static String isShown(int table) {
        return "case when t.plan_kind = '4' then :facility" + table + " else :home" + table + " end";
    }
}
