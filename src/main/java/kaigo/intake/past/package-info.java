/** 過去の登録内容: what was shown at an instant, read from the tables of the rooms and their histories. */
@NullMarked
package kaigo.intake.past;

import org.jspecify.annotations.NullMarked;
