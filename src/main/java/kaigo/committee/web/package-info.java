/** The committee's papers on screen: of a 委員, and of the municipality that sends them. */
@NullMarked
package kaigo.committee.web;

import org.jspecify.annotations.NullMarked;
