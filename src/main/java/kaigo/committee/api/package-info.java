/** The committee's papers for a municipality's system. */
@NullMarked
package kaigo.committee.api;

import org.jspecify.annotations.NullMarked;
