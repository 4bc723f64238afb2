package kaigo.insured;

import java.time.LocalDate;
import kaigo.access.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * 本人見出し: who it is, as an institution sees it.
 *
 * @param birthDate null: 不詳
 * @param birthDateText 生年月日不詳表記
 * @param address null: under 支援措置, nobody's business but the insurer's
 * @param lostOn 資格喪失日
 */
public record Banner(
        PersonKey person,
        String name,
        String nameKana,
        @Nullable LocalDate birthDate,
        @Nullable String birthDateText,
        String sex,
        @Nullable String address,
        @Nullable LocalDate lostOn) {

    @Override
    public String toString() {
        return "Banner[…]";
    }
}
