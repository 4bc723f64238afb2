/** Accounts, client certificates, sign-in. */
@NullMarked
package kaigo.identity;

import org.jspecify.annotations.NullMarked;
