package kaigo.life.load;

import java.util.List;
import kaigo.layout.RecordRule;
import kaigo.layout.Relation.KnownOffice;
import kaigo.layout.Target;
import kaigo.layout.items.X01;

/** LIFE情報 (X01; proposed, ours) → {@code life.evaluation}. */
public final class EvaluationTarget {

    public static final Target TARGET = Target.of(
                    "X01",
                    "life.evaluation",
                    List.of(X01.INSURED_NUMBER, X01.EVALUATION_MONTH, X01.OFFICE_NUMBER, X01.FORM),
                    X01.ALL,
                    RecordRule.NONE)
            .checking(new KnownOffice(List.of(X01.OFFICE_NUMBER)));

    private EvaluationTarget() {}
}
