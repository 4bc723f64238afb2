package kaigo.cards;

import static kaigo.access.PartSql.shows;

import java.util.List;
import kaigo.access.PartSql;
import kaigo.access.rules.Kind;
import kaigo.cards.load.CardTargets;
import kaigo.layout.ShownSql;
import kaigo.layout.items.M02;

/** 証情報 of one person, as {@link ShownSql} words it; what the permit does not show is an empty array. */
public final class Cards {

    /** 被保険者証. */
    public static final PartSql INSURANCE_CARDS = new PartSql(ShownSql.of(CardTargets.INSURANCE_CARD, shows(Kind.CARD))
            .onlyIf(ShownSql.ADDRESS_IS_OPEN, List.of(M02.FACILITIES1_NAME, M02.FACILITIES2_NAME))
            .text());

    /** 負担割合証. */
    public static final PartSql BURDEN_RATIOS = new PartSql(
            ShownSql.of(CardTargets.BURDEN_RATIO, shows(Kind.BURDEN_RATIO)).text());

    /** 証種別 of 負担限度額認定証 and of its form for 旧措置入所者; the seven others are reductions. */
    private static final String IS_LIMIT = "t.cert_kind in ('01', '07')";

    /** 負担限度額認定証. */
    public static final PartSql BURDEN_LIMITS = new PartSql(ShownSql.of(CardTargets.REDUCTION, shows(Kind.BURDEN_LIMIT))
            .where(IS_LIMIT)
            .text());

    /** その他の減免・軽減. */
    public static final PartSql OTHER_REDUCTIONS =
            new PartSql(ShownSql.of(CardTargets.REDUCTION, shows(Kind.OTHER_REDUCTION))
                    .where("not " + IS_LIMIT)
                    .text());

    private Cards() {}
}
