package kaigo.consent;

import java.time.LocalDate;

/**
 * 台帳の一行, as an institution sees it.
 *
 * @param act GRANT, REFUSE, WITHDRAW, or LAPSE
 * @param channel APPLICATION, INSURER, OFFICE, SETUP, OWN_PAGE; of a LAPSE: RULE
 */
public record ConsentLine(String act, LocalDate on, String channel) {}
