/** Sign-in page. */
@NullMarked
package kaigo.identity.web;

import org.jspecify.annotations.NullMarked;
