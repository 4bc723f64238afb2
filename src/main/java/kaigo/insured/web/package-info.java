/** Screens of 連携できない方: the list of open cases and the page of one. */
@NullMarked
package kaigo.insured.web;

import org.jspecify.annotations.NullMarked;
