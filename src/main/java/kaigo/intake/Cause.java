package kaigo.intake;

import kaigo.layout.Finding;

/**
 * 原因: one kind of finding in a file, and how many records have it.
 *
 * @param sample one of the findings
 * @param varies whether other findings of this kind have other parameters
 */
public record Cause(Finding sample, int records, boolean varies) {}
