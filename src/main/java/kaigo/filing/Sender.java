package kaigo.filing;

import java.time.Instant;
import kaigo.shared.InstitutionViewer;

/**
 * 送り手.
 *
 * @param form names the form that is sent
 */
record Sender(InstitutionViewer viewer, String form, Instant at) {}
