package kaigo.certification.load;

import java.util.List;
import kaigo.layout.Findings;
import kaigo.layout.RecordRule;
import kaigo.layout.Row;
import kaigo.layout.items.M08;

/** 要介護認定情報: the days of an application do not run backwards. Rests on inference, so it warns (rulings 32). */
final class ApplicationRule implements RecordRule {

    private static final DaysInOrder DAYS =
            new DaysInOrder(List.of(M08.APPLIED_ON, M08.PRIMARY_ON, M08.COMMITTEE_ON, M08.CERTIFIED_ON));

    @Override
    public void check(Row row, Findings findings) {
        DAYS.check(row, findings);
    }
}
