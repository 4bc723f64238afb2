package kaigo.opinion;

import java.time.Instant;
import java.time.LocalDateTime;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.P02;
import kaigo.opinion.rules.LetterCheck;
import kaigo.opinion.rules.LetterStep;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;

/** P02 主治医意見書情報: how an opinion is told to the municipality. */
final class P02Record {

    static final String INTERFACE = "P02";

    private static final Layout LAYOUT = Layouts.newest(INTERFACE).orElseThrow();
    private static final int FIRST_LINE = 2;
    private static final String NEW = "1";
    private static final String UPDATED = "2";
    private static final String OF_2026 = "B";

    private P02Record() {}

    /** Only of one in which nothing is wrong. */
    static Row of(InstitutionId issuer, Letter letter, Instant now) {
        Row row = LAYOUT.newRow(FIRST_LINE);
        row.set(P02.UPDATE_TYPE, letter.version() == 1 ? NEW : UPDATED);
        row.set(P02.INSURER_NUMBER, letter.person().insurer().value());
        row.set(P02.INSURED_NUMBER, letter.person().insured().value());
        row.set(P02.REQUESTED_ON, letter.requestedOn());
        row.set(P02.LETTER_VERSION, letter.version());
        row.set(P02.SOURCE_UPDATED_AT, LocalDateTime.ofInstant(now, Days.JAPAN).withNano(0));
        row.set(P02.ISSUER_KIND, String.valueOf(issuer.kind().code()));
        row.set(P02.ISSUER_NUMBER, issuer.number());
        row.set(P02.FORM_VERSION, OF_2026);
        for (LayoutItem item : LetterStep.allItems()) {
            String typed = letter.items().getOrDefault(item.code(), LetterCheck.unsaid(item));
            if (!typed.isEmpty()) {
                row.text(item.position(), LetterCheck.value(item, typed));
            }
        }
        return row;
    }
}
