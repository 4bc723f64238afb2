package kaigo.cards.load;

import java.util.List;
import kaigo.layout.RecordRule;
import kaigo.layout.Relation.BeforeLoss;
import kaigo.layout.Relation.KnownOffice;
import kaigo.layout.Relation.NoOverlap;
import kaigo.layout.Target;
import kaigo.layout.items.M02;
import kaigo.layout.items.M03;
import kaigo.layout.items.M04;

/** 証情報 (M02, M03, M04) → {@code cards}. */
public final class CardTargets {

    /** 被保険者証. */
    public static final Target INSURANCE_CARD = Target.of(
                    "M02",
                    "cards.insurance_card",
                    List.of(M02.INSURED_NUMBER, M02.HISTORY_NO),
                    M02.ALL,
                    RecordRule.NONE)
            .checking(
                    new KnownOffice(List.of(
                            M02.CARE_MANAGERS1_OFFICE_NUMBER,
                            M02.CARE_MANAGERS2_OFFICE_NUMBER,
                            M02.CARE_MANAGERS3_OFFICE_NUMBER)),
                    new NoOverlap(M02.CERT_VALID_FROM, M02.CERT_VALID_TO, List.of(), M02.VOIDED_ON),
                    new BeforeLoss(M02.ISSUED_ON));

    /** 負担割合証. */
    public static final Target BURDEN_RATIO = Target.of(
                    "M03",
                    "cards.burden_ratio",
                    List.of(M03.INSURED_NUMBER, M03.BURDEN_YEAR, M03.HISTORY_NO),
                    M03.ALL,
                    new BurdenRatioRule())
            .checking(new NoOverlap(M03.FROM1, M03.TO1, List.of(M03.BURDEN_YEAR), null), new BeforeLoss(M03.ISSUED_ON));

    /** 減免減額認定証, nine kinds. */
    public static final Target REDUCTION = Target.of(
                    "M04",
                    "cards.reduction",
                    List.of(M04.INSURED_NUMBER, M04.CERT_KIND, M04.HISTORY_NO),
                    M04.ALL,
                    RecordRule.NONE)
            .checking(
                    new NoOverlap(M04.VALID_FROM, M04.VALID_TO, List.of(M04.CERT_KIND), null),
                    new BeforeLoss(M04.ISSUED_ON));

    private CardTargets() {}
}
