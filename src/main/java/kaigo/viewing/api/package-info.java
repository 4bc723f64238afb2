/** REST operations of the reading API (contract: openapi/reading-v1.yaml). */
@NullMarked
package kaigo.viewing.api;

import org.jspecify.annotations.NullMarked;
