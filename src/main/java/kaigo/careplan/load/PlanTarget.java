package kaigo.careplan.load;

import java.util.List;
import kaigo.layout.RecordRule;
import kaigo.layout.Relation.KnownOffice;
import kaigo.layout.Target;
import kaigo.layout.items.X02;
import kaigo.layout.items.X02CostMonths;
import kaigo.layout.items.X02Costs;
import kaigo.layout.items.X02KindLimits;
import kaigo.layout.items.X02Services;
import kaigo.layout.items.X02SlipLines;
import kaigo.layout.items.X02Slips;
import kaigo.layout.items.X02Week;

/** ケアプラン情報 (X02; proposed, ours) → {@code careplan}: 第1表 with the rows of 第2, 3, 6 and 7表. */
public final class PlanTarget {

    public static final Target TARGET = Target.of(
                    "X02", "careplan.plan", List.of(X02.INSURED_NUMBER, X02.PLAN_NO), X02.ALL, RecordRule.NONE)
            .with("services", "careplan.service", X02Services.ALL)
            .with("week", "careplan.week", X02Week.ALL)
            .with("slips", "careplan.slip", X02Slips.ALL)
            .with("slipLines", "careplan.slip_line", X02SlipLines.ALL)
            .with("costMonths", "careplan.cost_month", X02CostMonths.ALL)
            .with("costs", "careplan.cost", X02Costs.ALL)
            .with("kindLimits", "careplan.kind_limit", X02KindLimits.ALL)
            .checking(new KnownOffice(List.of(X02.OFFICE_NUMBER)));

    private PlanTarget() {}
}
