package kaigo.filing;

import java.time.Instant;
import java.time.LocalDateTime;
import kaigo.access.FilingPermit;
import kaigo.filing.WantedFiling.Told;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.P04;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/** P04 計画作成依頼届出情報: how a filing is told to the municipality. */
final class P04Record {

    static final String INTERFACE = "P04";

    private static final Layout LAYOUT = Layouts.newest(INTERFACE).orElseThrow();
    private static final int FIRST_LINE = 2;
    private static final String NEW = "1";
    private static final String FILED = "1";
    private static final String ENDED = "2";

    private P04Record() {}

    static Row of(FilingPermit permit, FiledRecord filed, int number, Instant now) {
        WantedFiling wanted = filed.wanted();
        Row row = LAYOUT.newRow(FIRST_LINE);
        row.set(P04.UPDATE_TYPE, NEW);
        row.set(P04.INSURER_NUMBER, permit.person().insurer().value());
        row.set(P04.INSURED_NUMBER, permit.person().insured().value());
        row.set(P04.FILING_NO, String.valueOf(number));
        row.set(P04.SOURCE_UPDATED_AT, LocalDateTime.ofInstant(now, Days.JAPAN).withNano(0));
        row.set(P04.FILING_KIND, wanted.kind().code());
        row.set(P04.PROCESS, filed.ends() ? ENDED : FILED);
        row.set(P04.OFFICE_NUMBER, wanted.officeNumber());
        row.set(P04.FILED_ON, wanted.filedOn());
        tell(row, wanted.person());
        row.set(P04.DELEGATE_NUMBER, wanted.delegateNumber());
        row.set(P04.FORMER_OFFICE_NUMBER, filed.formerOffice());
        row.set(P04.CHANGED_ON, wanted.changedOn());
        row.set(P04.CHANGE_REASON, orNone(wanted.changeReason()));
        row.set(P04.FILED_BY, permit.office().number());
        Integer former = filed.formerNumber();
        row.set(P04.FORMER_FILING_NO, former == null ? null : former.toString());
        return row;
    }

    private static void tell(Row row, Told person) {
        row.set(P04.NAME, orNone(person.name()));
        row.set(P04.NAME_KANA, orNone(person.kana()));
        row.set(P04.BIRTH_DATE, person.birthDate());
        row.set(P04.SEX, orNone(person.sex()));
    }

    private static @Nullable String orNone(String text) {
        return text.isEmpty() ? null : text;
    }
}
