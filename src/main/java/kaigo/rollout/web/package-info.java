/** Screens of the set-up: the municipality's and its vendor's, and the operator's. */
@NullMarked
package kaigo.rollout.web;

import org.jspecify.annotations.NullMarked;
