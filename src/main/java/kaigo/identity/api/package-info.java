/** サインイン of institutions' software. */
@NullMarked
package kaigo.identity.api;

import org.jspecify.annotations.NullMarked;
