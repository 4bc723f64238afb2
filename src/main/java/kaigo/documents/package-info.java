/** 文書: PDF files as the municipalities sent them, each once per insurer, checked by content before it is kept. */
@ApplicationModule(allowedDependencies = {"access", "api", "jobs", "paper", "shared"})
@NullMarked
package kaigo.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
