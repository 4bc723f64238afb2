package kaigo.accesslog.rules;

import java.time.LocalDate;
import kaigo.access.PersonKey;

/**
 * 調査の印 that is in force (proposed, ours): the insurer looks into something about this person, who must not learn of it yet.
 *
 * @param from first day that it covers
 * @param until last day that it covers
 */
public record Inquiry(PersonKey person, LocalDate from, LocalDate until) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
