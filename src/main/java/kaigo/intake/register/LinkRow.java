package kaigo.intake.register;

import kaigo.insured.LinkState;
import org.jspecify.annotations.Nullable;

/**
 * The link of a person as it stands before a chunk is applied.
 *
 * @param receipt file of the record that asked last
 * @param line 連番 of that record
 */
record LinkRow(LinkState state, byte @Nullable [] numberHmac, long receipt, int line) {}
