package kaigo.consent.load;

import java.time.LocalDate;
import kaigo.consent.rules.ConsentEvent;
import kaigo.layout.CheckOptions;
import kaigo.layout.ErrorId;
import kaigo.layout.Findings;
import kaigo.layout.RecordRule;
import kaigo.layout.Row;
import kaigo.layout.items.M09;

/**
 * 包括同意情報: a 同意あり of a day before the platform began is registered and does not count (the ministry's briefing of
 * 2026-03-17; rulings 19). W4007 tells the municipality.
 */
final class ConsentRule implements RecordRule {

    private static final String GRANTED = "1";

    @Override
    public void check(Row row, CheckOptions options, Findings findings) {
        LocalDate day = row.get(M09.CONSENT_ON);
        if (GRANTED.equals(row.get(M09.CONSENT_TYPE)) && day != null && day.isBefore(ConsentEvent.BEGINNING)) {
            findings.add(ErrorId.W4007, row.layout().item(M09.CONSENT_ON.code()));
        }
    }
}
