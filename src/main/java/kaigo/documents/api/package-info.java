/** Documents of 方式① over HTTPS. */
@NullMarked
package kaigo.documents.api;

import org.jspecify.annotations.NullMarked;
