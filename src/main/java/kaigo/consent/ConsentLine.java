package kaigo.consent;

import java.time.LocalDate;

/**
 * 台帳の一行, as an institution sees it.
 *
 * @param act GRANT, REFUSE, WITHDRAW, or LAPSE
 * @param channel APPLICATION, INSURER, OFFICE, SETUP, OWN_PAGE; of a LAPSE: RULE
 * @param counts false: on a form of before 2026-04-01, or given before that day; neither its あり nor its なし is about the
 *     包括同意 (rulings 19)
 */
public record ConsentLine(String act, LocalDate on, String channel, boolean counts) {}
