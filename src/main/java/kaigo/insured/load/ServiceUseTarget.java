package kaigo.insured.load;

import java.util.List;
import kaigo.layout.RecordRule;
import kaigo.layout.Relation.KnownOffice;
import kaigo.layout.Target;
import kaigo.layout.items.K01;

/** 給付実績の提供情報 (K01) → {@code insured.service_use}: it extends an office's access (rulings 29). */
public final class ServiceUseTarget {

    public static final Target TARGET = Target.of(
                    "K01",
                    "insured.service_use",
                    List.of(
                            K01.INSURED_NUMBER,
                            K01.SERVICE_MONTH,
                            K01.CLAIMING_OFFICE,
                            K01.SUBCONTRACTED_OFFICE,
                            K01.SERVICE_TYPE),
                    K01.ALL,
                    RecordRule.NONE)
            .checking(new KnownOffice(List.of(K01.CLAIMING_OFFICE, K01.SUBCONTRACTED_OFFICE)));

    private ServiceUseTarget() {}
}
