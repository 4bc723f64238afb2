package kaigo.consent.web;

import kaigo.consent.EndedConsents;

/**
 * What the list 「申請書のなしで終わった同意」 shows.
 *
 * @param after number behind which it begins, or empty
 */
public record EndedPage(EndedConsents.Page list, String after) {}
