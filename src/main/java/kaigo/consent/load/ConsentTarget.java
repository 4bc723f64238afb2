package kaigo.consent.load;

import java.util.List;
import kaigo.layout.Relation.KnownHistory;
import kaigo.layout.Relation.KnownOffice;
import kaigo.layout.Target;
import kaigo.layout.items.M09;

/** 包括同意情報 (M09) → {@code consent.received}. */
public final class ConsentTarget {

    public static final Target TARGET = Target.of(
                    "M09", "consent.received", List.of(M09.INSURED_NUMBER, M09.HISTORY_NO), M09.ALL, new ConsentRule())
            .checking(new KnownHistory(M09.CERT_HISTORY_NO), new KnownOffice(List.of(M09.OFFICE_NUMBER)));

    private ConsentTarget() {}
}
