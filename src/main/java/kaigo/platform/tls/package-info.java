/** The TLS port: its connector, the trust in our issuers, and what it refuses by name. */
@NullMarked
package kaigo.platform.tls;

import org.jspecify.annotations.NullMarked;
