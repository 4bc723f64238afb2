package kaigo.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import kaigo.generate.Draw.Salt;
import kaigo.shared.InsuredCategory;
import kaigo.shared.Sex;

/**
 * 架空の被保険者たち: {@link #at} computes a person anew each time; nothing is held, so a million cost no memory and any of
 * them can be made again. The order of the index is the order of 被保険者番号.
 */
public final class Persons {
    private static final LocalDate SYSTEM_BEGAN = LocalDate.of(2000, 4, 1);
    private static final int SECOND_FROM = 40;
    private static final int FIRST_FROM = 65;

    private final Population population;
    private final Addresses addresses;

    public Persons(Population population) {
        this.population = population;
        this.addresses = new Addresses(population);
    }

    public Population population() {
        return population;
    }

    /** The person as of 基準日, from index 0 to count - 1. */
    public Person at(int index) {
        Origin origin = origin(index);
        Trait trait = trait(index);
        Draw draw = Draw.of(population.seed(), population.insurerNumber(), index);
        InsuredCategory category = category(index, trait);
        Ages.AgeAndSex who = age(origin.draw(), category);
        LocalDate born = born(origin.draw(), who.age());
        return new Person(
                population.insurerNumber(),
                FictitiousInsuredNumber.of(population, index),
                trait == Trait.RESIDENCE_EXCEPTION_WITHOUT_NUMBER
                        ? null
                        : FictitiousMyNumber.of(origin.population(), origin.index(), outcome(trait, category)),
                Names.of(origin.draw(), trait, who.sex(), born.getYear()),
                birth(born, trait),
                trait == Trait.SEX_UNKNOWN ? Sex.UNKNOWN : who.sex(),
                addresses.of(draw, trait),
                qualification(origin.draw(), trait, category, born),
                isResidenceException(trait) ? addresses.facilityInsurer() : null,
                trait == Trait.RENUMBERED ? FictitiousInsuredNumber.former(index) : null,
                population.baseDate().minusDays(1).atTime(0, 0).plusSeconds(draw.below(86_400, Salt.UPDATED)));
    }

    Trait trait(int index) {
        return index < population.ordinary() ? Trait.of(index) : Trait.NONE;
    }

    /** Where the identity of a person comes from: the neighbour's person for one who moved here, else the own index. */
    private record Origin(Population population, int index, Draw draw) {
        static Origin of(Population population, int index) {
            return new Origin(population, index, Draw.of(population.seed(), population.insurerNumber(), index));
        }
    }

    private Origin origin(int index) {
        Population neighbour = population.neighbour();
        int there = index - Trait.MOVE;
        boolean moved = trait(index) == Trait.MOVED_IN && neighbour != null && there < neighbour.ordinary();
        return moved && neighbour != null ? Origin.of(neighbour, there) : Origin.of(population, index);
    }

    private InsuredCategory category(int index, Trait trait) {
        if (index >= population.ordinary()) {
            return InsuredCategory.DEEMED_SECOND;
        }
        return trait == Trait.SECOND_CATEGORY ? InsuredCategory.SECOND : InsuredCategory.FIRST;
    }

    private static Ages.AgeAndSex age(Draw draw, InsuredCategory category) {
        if (category == InsuredCategory.FIRST) {
            return Ages.of(draw);
        }
        int age = SECOND_FROM + draw.below(FIRST_FROM - SECOND_FROM, Salt.AGE);
        return new Ages.AgeAndSex(age, draw.below(2, Salt.SEX) == 0 ? Sex.MALE : Sex.FEMALE);
    }

    private LocalDate born(Draw draw, int age) {
        return population.baseDate().minusYears(age).minusDays(draw.below(365, Salt.BIRTHDAY));
    }

    private static Person.Birth birth(LocalDate born, Trait trait) {
        return switch (trait) {
            case BIRTHDAY_UNKNOWN -> new Person.Birth(null, "不詳");
            case BIRTHDAY_ABOUT -> new Person.Birth(null, "西暦" + born.getYear() + "年頃");
            default -> new Person.Birth(born, null);
        };
    }

    private static SimulatedOutcome outcome(Trait trait, InsuredCategory category) {
        if (category == InsuredCategory.DEEMED_SECOND) {
            return SimulatedOutcome.NOT_REGISTERED;
        }
        return switch (trait) {
            case NOT_REGISTERED -> SimulatedOutcome.NOT_REGISTERED;
            case MISMATCH -> SimulatedOutcome.MISMATCH;
            case TIME_OUT -> SimulatedOutcome.TIME_OUT;
            case SLOW -> SimulatedOutcome.SLOW;
            default -> SimulatedOutcome.LINKED;
        };
    }

    private Person.Qualification qualification(Draw draw, Trait trait, InsuredCategory category, LocalDate born) {
        if (category != InsuredCategory.FIRST) {
            LocalDate first = later(SYSTEM_BEGAN, born.plusYears(SECOND_FROM).minusDays(1));
            return new Person.Qualification(category, between(first, draw, Salt.MOVED), "04", null, null);
        }
        // 年齢到達: a year of age is completed on the day before the birthday.
        LocalDate reached = born.plusYears(FIRST_FROM).minusDays(1);
        LocalDate first = later(SYSTEM_BEGAN, reached);
        var qualified = new Person.Qualification(category, first, first.equals(reached) ? "02" : "49", null, null);
        return switch (trait) {
            case DECEASED ->
                qualified.lost(between(later(first, population.baseDate().minusYears(2)), draw, Salt.LOST), "02");
            case MOVED_OUT -> qualified.lost(between(first, draw, Salt.MOVED), "01");
            case MOVED_IN -> new Person.Qualification(category, between(first, draw, Salt.MOVED), "01", null, null);
            default -> qualified;
        };
    }

    /** A day from the given one to 基準日. */
    private LocalDate between(LocalDate from, Draw draw, Salt salt) {
        long days = ChronoUnit.DAYS.between(from, population.baseDate());
        return from.plusDays(draw.below((int) days + 1, salt));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean isResidenceException(Trait trait) {
        return trait == Trait.RESIDENCE_EXCEPTION || trait == Trait.RESIDENCE_EXCEPTION_WITHOUT_NUMBER;
    }
}
