package kaigo.filing;

import java.util.Optional;
import kaigo.filing.rules.Filing;
import org.jspecify.annotations.Nullable;

/**
 * 提出する届出, beside what holds until now.
 *
 * @param ends 廃止
 * @param formerNumber 届出番号 of the one that it corrects or ends, or null
 * @param formerOffice the office whose place it takes, or null
 */
record FiledRecord(
        WantedFiling wanted,
        boolean ends,
        @Nullable Integer formerNumber,
        @Nullable String formerOffice) {

    /**
     * @param active of the same kind
     * @param self the office that files
     */
    static FiledRecord of(WantedFiling wanted, boolean ends, Optional<Filing> active, String self) {
        boolean own = ends
                || active.filter(one -> one.made().isOf(self, wanted.officeNumber()))
                        .isPresent();
        Integer number = active.map(one -> one.made().number()).orElse(null);
        String office = active.map(one -> one.made().officeNumber()).orElse(null);
        return new FiledRecord(wanted, ends, own ? number : null, own ? null : office);
    }
}
