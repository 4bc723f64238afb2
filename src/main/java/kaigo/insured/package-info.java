/** 被保険者: the register, and the link to the PMHキー. */
@NullMarked
package kaigo.insured;

import org.jspecify.annotations.NullMarked;
