package kaigo.consent;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import kaigo.consent.rules.ConsentState.Standing;

/**
 * 同意の取得状況 of an insurer, in numbers of persons (rulings 47).
 *
 * @param countedOn day of the count
 * @param certified whose 要介護認定 is in force on that day
 * @param standings of everybody in the ledger
 * @param inForce by channel and period of the consent that holds
 * @param oldOnly who consented only before the 包括同意 began, by the month in which their certification ends
 */
public record Coverage(
        LocalDate countedOn,
        int certified,
        Map<Standing, Integer> standings,
        Map<String, Map<Period, Integer>> inForce,
        SortedMap<YearMonth, Integer> oldOnly) {

    /** When a consent was given (the ministry's briefing); ①, before 2026-04-01, is no 包括同意. */
    public enum Period {
        /** ②, while the insurer was not linked. */
        BEFORE_LINK,
        /** ③. */
        LINKED
    }

    /** Whose consent is in force. */
    public int consented() {
        return standings.getOrDefault(Standing.IN_FORCE, 0);
    }
}
