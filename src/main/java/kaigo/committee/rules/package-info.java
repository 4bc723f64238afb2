/** Rules of the committee's papers, pure. */
@NullMarked
package kaigo.committee.rules;

import org.jspecify.annotations.NullMarked;
