package kaigo.opinion.load;

import java.util.List;
import kaigo.layout.Relation.KnownOffice;
import kaigo.layout.Target;
import kaigo.layout.items.M13;

/** 主治医意見書作成依頼情報 (M13) → {@code opinion.request}. */
public final class RequestTarget {

    public static final Target TARGET = Target.of(
                    "M13",
                    "opinion.request",
                    List.of(M13.INSURED_NUMBER, M13.HISTORY_NO, M13.ISSUER_KIND, M13.ISSUER_NUMBER),
                    M13.ALL,
                    new RequestRule())
            .checking(new KnownOffice(List.of(M13.ISSUER_NUMBER)));

    private RequestTarget() {}
}
