package kaigo.insured;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import kaigo.access.rules.CardItem;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Kana;
import kaigo.shared.Sex;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * 4 項目 but the two numbers, as somebody typed them. Compared after normalisation: dates of either calendar, kana of either
 * width, code or word of the sex.
 */
public record CardItems(
        @Nullable String birthDate,
        @Nullable String sex,
        @Nullable String nameKana) {

    private static final String UNKNOWN = "不詳";

    /**
     * What the register holds.
     *
     * @param birthDate null: 不詳
     */
    public record Held(@Nullable LocalDate birthDate, String sex, String nameKana) {}

    /** Every item is compared, whichever fails first. */
    public boolean agreesWith(Held held, Set<CardItem> asked) {
        boolean agrees = true;
        for (CardItem item : asked) {
            agrees &= switch (item) {
                case BIRTH_DATE -> isBirthDate(held.birthDate());
                case SEX -> isSex(held.sex());
                case NAME_KANA -> nameKana != null && Kana.fold(nameKana).equals(Kana.fold(held.nameKana()));
            };
        }
        return agrees;
    }

    private boolean isBirthDate(@Nullable LocalDate held) {
        if (birthDate == null) {
            return false;
        }
        return held == null
                ? Text.trimBlank(birthDate).equals(UNKNOWN)
                : JapaneseDates.parse(birthDate).filter(held::equals).isPresent();
    }

    private boolean isSex(String held) {
        if (sex == null) {
            return false;
        }
        String typed = Text.narrow(Text.trimBlank(sex));
        return typed.equals(held)
                || Sex.ofCode(held)
                        .map(Sex::label)
                        .filter(label -> Objects.equals(label, typed))
                        .isPresent();
    }

    @Override
    public String toString() {
        return "CardItems[…]";
    }
}
