package kaigo.benefits.load;

import java.util.List;
import kaigo.layout.RecordRule;
import kaigo.layout.Target;
import kaigo.layout.items.M05;
import kaigo.layout.items.M06;

/** 住宅改修・福祉用具 (M05, M06) → {@code benefits}. */
public final class BenefitTargets {

    public static final Target HOME_MODIFICATION = Target.of(
            "M05", "benefits.home_modification", List.of(M05.INSURED_NUMBER, M05.HISTORY_NO), M05.ALL, RecordRule.NONE);

    public static final Target EQUIPMENT_PURCHASE = Target.of(
            "M06",
            "benefits.equipment_purchase",
            List.of(M06.INSURED_NUMBER, M06.HISTORY_NO),
            M06.ALL,
            RecordRule.NONE);

    private BenefitTargets() {}
}
