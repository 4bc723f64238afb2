package kaigo.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import kaigo.generate.Draw.Salt;
import kaigo.shared.InsuredCategory;

/**
 * 資格の取得と喪失 (介護保険法第10条, 第11条): how a person came to be insured, and ceased to be. Reasons are codes of M01.
 *
 * @param until nothing happens after this day
 */
record Qualifying(LocalDate until, Draw draw) {
    private static final LocalDate SYSTEM_BEGAN = LocalDate.of(2000, 4, 1);
    private static final int SECOND_FROM = 40;
    private static final int FIRST_FROM = 65;

    private static final String MOVED_IN = "01";
    private static final String AGE_REACHED = "02";
    private static final String SECOND_APPLIED = "04";
    private static final String OTHER = "49";

    static final String MOVED_OUT = "01";
    static final String DIED = "02";

    Person.Qualification of(Trait trait, InsuredCategory category, LocalDate born) {
        if (category != InsuredCategory.FIRST) {
            LocalDate from = onOrAfter(later(SYSTEM_BEGAN, reaches(SECOND_FROM, born)), Salt.MOVED);
            return new Person.Qualification(category, from, SECOND_APPLIED, null, null);
        }
        LocalDate reached = reaches(FIRST_FROM, born);
        LocalDate first = later(SYSTEM_BEGAN, reached);
        if (trait == Trait.MOVED_IN) {
            return new Person.Qualification(category, onOrAfter(first, Salt.MOVED), MOVED_IN, null, null);
        }
        String reason = first.equals(reached) ? AGE_REACHED : OTHER;
        if (trait == Trait.DECEASED) {
            LocalDate died = onOrAfter(later(first, until.minusYears(2)), Salt.LOST);
            return new Person.Qualification(category, first, reason, died, DIED);
        }
        return trait == Trait.MOVED_OUT
                ? new Person.Qualification(category, first, reason, onOrAfter(first, Salt.MOVED), MOVED_OUT)
                : new Person.Qualification(category, first, reason, null, null);
    }

    static LocalDate bornToBeQualifiedOn(LocalDate day) {
        return day.plusDays(1).minusYears(FIRST_FROM);
    }

    /** 年齢計算ニ関スル法律: a year of age is complete on the day before the birthday. */
    private static LocalDate reaches(int age, LocalDate born) {
        return born.plusYears(age).minusDays(1);
    }

    private LocalDate onOrAfter(LocalDate from, Salt salt) {
        return from.plusDays(draw.below((int) ChronoUnit.DAYS.between(from, until) + 1, salt));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
