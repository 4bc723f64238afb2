package kaigo.access;

import java.time.LocalDate;

/**
 * One of a viewer's own list, before any decision.
 *
 * @param viewableUntil 閲覧有効期限
 */
public record Candidate(PersonKey person, LocalDate viewableUntil) {}
