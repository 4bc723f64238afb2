package kaigo.benefits;

import static kaigo.access.PartSql.shows;

import java.util.List;
import kaigo.access.PartSql;
import kaigo.access.rules.Kind;
import kaigo.benefits.load.BenefitTargets;
import kaigo.layout.ShownSql;
import kaigo.layout.items.M05;

/** 給付の利用 of one person, as {@link ShownSql} words it; what the permit does not show is an empty array. */
public final class Benefits {

    /** 住宅改修, one record for each dwelling. */
    public static final PartSql HOME_MODIFICATIONS =
            new PartSql(ShownSql.of(BenefitTargets.HOME_MODIFICATION, shows(Kind.HOME_MODIFICATION))
                    .onlyIf(ShownSql.ADDRESS_IS_OPEN, List.of(M05.ADDRESS))
                    .text());

    /** 福祉用具購入. */
    public static final PartSql EQUIPMENT_PURCHASES =
            new PartSql(ShownSql.of(BenefitTargets.EQUIPMENT_PURCHASE, shows(Kind.EQUIPMENT_PURCHASE))
                    .text());

    private Benefits() {}
}
