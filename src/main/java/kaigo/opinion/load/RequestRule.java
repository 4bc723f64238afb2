package kaigo.opinion.load;

import kaigo.layout.ErrorId;
import kaigo.layout.Findings;
import kaigo.layout.RecordRule;
import kaigo.layout.Row;
import kaigo.layout.items.M13;
import kaigo.shared.OfficeNumber;

/** 主治医意見書作成依頼情報: an office's number has a check digit; that of a 医療機関コード is not known for sure. */
final class RequestRule implements RecordRule {

    private static final String OFFICE = "2";

    @Override
    public void check(Row row, Findings findings) {
        String number = row.get(M13.ISSUER_NUMBER);
        if (OFFICE.equals(row.get(M13.ISSUER_KIND)) && number != null && !OfficeNumber.hasCheckDigit(number)) {
            findings.add(ErrorId.E3008, row.layout().item(M13.ISSUER_NUMBER.code()));
        }
    }
}
