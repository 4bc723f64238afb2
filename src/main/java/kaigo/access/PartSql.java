package kaigo.access;

import kaigo.access.rules.Kind;

/**
 * 一つの部分の問い: what a room can answer of one person, a statement that runs under a {@link FilePermit} and answers one
 * text. Its parameters are the permit's: :insurer, :insured, :certified (履歴番号 of the certified applications), :addressOpen,
 * :today, and one for each kind ({@link #shows}). The same statement runs whether its kind is shown or not (settled 22).
 */
public record PartSql(String text) {

    /** The condition that the permit shows a kind. */
    public static String shows(Kind kind) {
        return ":" + kind.name();
    }
}
