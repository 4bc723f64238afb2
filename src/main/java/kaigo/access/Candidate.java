package kaigo.access;

import java.time.LocalDate;

/**
 * One of a viewer's own list, before any decision.
 *
 * @param viewableUntil 閲覧有効期限
 * @param servedIn first day of the last month of 本人確認 or of an accepted claim
 */
public record Candidate(PersonKey person, LocalDate viewableUntil, LocalDate servedIn) {}
