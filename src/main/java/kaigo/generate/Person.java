package kaigo.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import kaigo.shared.InsuredCategory;
import kaigo.shared.Sex;
import org.jspecify.annotations.Nullable;

/**
 * 架空の被保険者, as M01 carries one.
 *
 * @param myNumber null if the insurer does not hold it
 * @param facilityInsurer 保険者番号 of the home's municipality; present if and only if 住所地特例
 */
public record Person(
        String insurerNumber,
        String insuredNumber,
        @Nullable String myNumber,
        Name name,
        Birth birth,
        Sex sex,
        Address address,
        Qualification qualification,
        @Nullable String facilityInsurer,
        @Nullable String formerInsuredNumber,
        LocalDateTime updatedAt) {

    /** 氏名. */
    public record Name(String text, String kana, @Nullable String alias) {}

    /** 生年月日: a date, or a text of an unknown one. */
    public record Birth(@Nullable LocalDate date, @Nullable String text) {}

    /** 住所. @param hidden 支援措置 */
    public record Address(
            String postalCode, String text, @Nullable String detail, String municipality, boolean hidden) {}

    /** 資格: reasons are codes of M01; both of the loss are absent while it lasts. */
    public record Qualification(
            InsuredCategory category,
            LocalDate from,
            String reason,
            @Nullable LocalDate lostOn,
            @Nullable String lostReason) {}

    /** Never the values, as everywhere. */
    @Override
    public String toString() {
        return "Person[fictitious]";
    }
}
