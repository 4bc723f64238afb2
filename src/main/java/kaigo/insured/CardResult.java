package kaigo.insured;

import java.time.LocalDate;
import kaigo.access.CheckAnswer;
import kaigo.access.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * カードによる本人確認の結果.
 *
 * @param person whose card it is, once verified
 * @param startsOn 利用開始日 of the municipality, if it has not started and has one
 */
public record CardResult(
        CheckAnswer answer,
        @Nullable PersonKey person,
        @Nullable LocalDate startsOn) {}
