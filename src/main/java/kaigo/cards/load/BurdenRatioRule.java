package kaigo.cards.load;

import java.time.LocalDate;
import kaigo.layout.ErrorId;
import kaigo.layout.Findings;
import kaigo.layout.RecordRule;
import kaigo.layout.Row;
import kaigo.layout.items.M03;

/** 負担割合証: the two 適用期間 of a year, ① and ②, do not touch (issue note "interface" M03). */
final class BurdenRatioRule implements RecordRule {

    @Override
    public void check(Row row, Findings findings) {
        LocalDate from1 = row.get(M03.FROM1);
        LocalDate to1 = row.get(M03.TO1);
        LocalDate from2 = row.get(M03.FROM2);
        LocalDate to2 = row.get(M03.TO2);
        if (from1 == null || to1 == null || from2 == null || to2 == null) {
            return;
        }
        if (!from2.isAfter(to1) && !from1.isAfter(to2)) {
            findings.add(row.layout().reportedAs(ErrorId.E4004), row.layout().item(M03.FROM2.code()));
        }
    }
}
