/** Screens of 閲覧の記録: for an institution's administrator, for a municipality's staff, for the operator. */
@NullMarked
package kaigo.accesslog.web;

import org.jspecify.annotations.NullMarked;
