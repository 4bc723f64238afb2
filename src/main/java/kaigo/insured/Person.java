package kaigo.insured;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 被保険者 as the own municipality's screens name them.
 *
 * @param birthDate null if unknown
 * @param birthDateText 生年月日不詳表記
 * @param addressMunicipality 全国地方公共団体コード of the address
 * @param isProtected 支援措置: the address is for the insurer's eyes only
 * @param isDeleted the municipality sent 削除
 */
public record Person(
        String insuredNumber,
        String name,
        String nameKana,
        @Nullable LocalDate birthDate,
        @Nullable String birthDateText,
        String sex,
        String address,
        boolean residenceException,
        @Nullable String addressMunicipality,
        boolean isProtected,
        boolean isDeleted) {

    @Override
    public String toString() {
        return "Person[…]";
    }
}
