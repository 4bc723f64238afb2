/** 包括同意: what was received; the ledger that decides comes with the gate. */
@ApplicationModule(allowedDependencies = {"layout", "layout::items", "shared"})
@NullMarked
package kaigo.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
