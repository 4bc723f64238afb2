/** 見せ方の規則: what of an audit entry each reader of a log gets to see. Pure: no SQL, no clock, no Spring. */
@NullMarked
package kaigo.accesslog.rules;

import org.jspecify.annotations.NullMarked;
