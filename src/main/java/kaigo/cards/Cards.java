package kaigo.cards;

import java.util.List;
import kaigo.access.FilePermit;
import kaigo.access.PartReader;
import kaigo.access.rules.Kind;
import kaigo.cards.load.CardTargets;
import kaigo.layout.ShownSql;
import kaigo.layout.items.M02;
import org.springframework.stereotype.Component;

/** 証情報 of one person, as {@link ShownSql} words it; what the permit does not show is an empty array. */
@Component
public final class Cards {

    private static final String CARDS = ShownSql.of(CardTargets.INSURANCE_CARD)
            .onlyIf(ShownSql.ADDRESS_IS_OPEN, List.of(M02.FACILITIES1_NAME, M02.FACILITIES2_NAME))
            .text();

    private static final String BURDEN_RATIOS =
            ShownSql.of(CardTargets.BURDEN_RATIO).text();

    /** 証種別 of 負担限度額認定証 and of its form for 旧措置入所者; the seven others are reductions. */
    private static final String IS_LIMIT = "t.cert_kind in ('01', '07')";

    private static final String BURDEN_LIMITS =
            ShownSql.of(CardTargets.REDUCTION).where(IS_LIMIT).text();

    private static final String OTHER_REDUCTIONS =
            ShownSql.of(CardTargets.REDUCTION).where("not " + IS_LIMIT).text();

    private final PartReader reader;

    Cards(PartReader reader) {
        this.reader = reader;
    }

    /** 被保険者証. */
    public String listCards(FilePermit permit) {
        return reader.read(permit, Kind.CARD, CARDS);
    }

    /** 負担割合証. */
    public String listBurdenRatios(FilePermit permit) {
        return reader.read(permit, Kind.BURDEN_RATIO, BURDEN_RATIOS);
    }

    /** 負担限度額認定証. */
    public String listBurdenLimits(FilePermit permit) {
        return reader.read(permit, Kind.BURDEN_LIMIT, BURDEN_LIMITS);
    }

    /** その他の減免・軽減. */
    public String listOtherReductions(FilePermit permit) {
        return reader.read(permit, Kind.OTHER_REDUCTION, OTHER_REDUCTIONS);
    }
}
