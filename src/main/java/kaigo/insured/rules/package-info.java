/** Pure rules of the register and of the link to the PMHキー: no SQL, no clock, no Spring. */
@NullMarked
package kaigo.insured.rules;

import org.jspecify.annotations.NullMarked;
