package kaigo.benefits;

import java.util.List;
import kaigo.access.FilePermit;
import kaigo.access.PartReader;
import kaigo.access.rules.Kind;
import kaigo.benefits.load.BenefitTargets;
import kaigo.layout.ShownSql;
import kaigo.layout.items.M05;
import org.springframework.stereotype.Component;

/** 給付の利用 of one person, as {@link ShownSql} words it; what the permit does not show is an empty array. */
@Component
public final class Benefits {

    private static final String HOME_MODIFICATIONS = ShownSql.of(BenefitTargets.HOME_MODIFICATION)
            .onlyIf(ShownSql.ADDRESS_IS_OPEN, List.of(M05.ADDRESS))
            .text();

    private static final String EQUIPMENT_PURCHASES =
            ShownSql.of(BenefitTargets.EQUIPMENT_PURCHASE).text();

    private final PartReader reader;

    Benefits(PartReader reader) {
        this.reader = reader;
    }

    /** 住宅改修, one record for each dwelling. */
    public String listHomeModifications(FilePermit permit) {
        return reader.read(permit, Kind.HOME_MODIFICATION, HOME_MODIFICATIONS);
    }

    /** 福祉用具購入. */
    public String listEquipmentPurchases(FilePermit permit) {
        return reader.read(permit, Kind.EQUIPMENT_PURCHASE, EQUIPMENT_PURCHASES);
    }
}
