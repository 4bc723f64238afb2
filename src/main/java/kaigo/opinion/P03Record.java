package kaigo.opinion;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.P03;
import kaigo.opinion.rules.ClaimAct;
import kaigo.opinion.rules.ClaimCheck;
import kaigo.opinion.rules.LetterCheck;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;

/** P03 主治医意見書作成料請求書情報: how a claim is told to the municipality. */
final class P03Record {

    static final String INTERFACE = "P03";

    private static final Layout LAYOUT = Layouts.newest(INTERFACE).orElseThrow();
    private static final int FIRST_LINE = 2;

    private P03Record() {}

    /**
     * Which one it is, of whom.
     *
     * @param name 発行機関名, empty if it is not known
     */
    record Head(Letter letter, InstitutionId issuer, String name, int number, int version) {}

    /** @param items in which nothing is wrong */
    static Row of(Head head, ClaimAct act, Map<String, String> items, Instant now) {
        Row row = LAYOUT.newRow(FIRST_LINE);
        row.set(P03.UPDATE_TYPE, act.updateType());
        row.set(P03.INSURER_NUMBER, head.letter().person().insurer().value());
        row.set(P03.INSURED_NUMBER, head.letter().person().insured().value());
        row.set(P03.CLAIM_NO, String.valueOf(head.number()));
        row.set(P03.CLAIM_VERSION, String.valueOf(head.version()));
        row.set(P03.SOURCE_UPDATED_AT, LocalDateTime.ofInstant(now, Days.JAPAN).withNano(0));
        row.set(P03.REQUESTED_ON, head.letter().requestedOn());
        row.set(P03.REGISTERED_ON, Days.of(now));
        row.set(P03.ISSUER_KIND, String.valueOf(head.issuer().kind().code()));
        row.set(P03.ISSUER_NUMBER, head.issuer().number());
        if (!head.name().isEmpty()) {
            row.set(P03.ISSUER_NAME, head.name());
        }
        for (LayoutItem item : ClaimCheck.items()) {
            String typed = items.getOrDefault(item.code(), "");
            if (!typed.isEmpty()) {
                row.text(item.position(), LetterCheck.value(item, typed));
            }
        }
        row.set(P03.TOTAL, Math.toIntExact(ClaimCheck.total(items)));
        return row;
    }
}
