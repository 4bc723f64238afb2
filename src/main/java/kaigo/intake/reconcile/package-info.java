/** 月次突合: what a municipality states that it holds (Q01), compared with the register. */
@NullMarked
package kaigo.intake.reconcile;

import org.jspecify.annotations.NullMarked;
