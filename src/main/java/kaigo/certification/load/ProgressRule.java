package kaigo.certification.load;

import java.util.List;
import kaigo.layout.Findings;
import kaigo.layout.RecordRule;
import kaigo.layout.Row;
import kaigo.layout.items.M10;

/** 要介護認定進捗情報: the survey and the opinion run side by side; neither runs backwards (interface.md M10: a warning). */
final class ProgressRule implements RecordRule {

    private static final List<DaysInOrder> ORDERS = List.of(
            new DaysInOrder(List.of(
                    M10.ACCEPTED_ON,
                    M10.SURVEY_REQUESTED_ON,
                    M10.SURVEY_DONE_ON,
                    M10.PRIMARY_ON,
                    M10.COMMITTEE_ON,
                    M10.CERTIFIED_ON)),
            new DaysInOrder(
                    List.of(M10.ACCEPTED_ON, M10.OPINION_REQUESTED_ON, M10.OPINION_RECEIVED_ON, M10.PRIMARY_ON)));

    @Override
    public void check(Row row, Findings findings) {
        ORDERS.forEach(order -> order.check(row, findings));
    }
}
