package kaigo.generate;

import java.time.LocalDate;
import java.util.Map;
import kaigo.generate.Draw.Salt;
import kaigo.shared.InsuredCategory;
import kaigo.shared.Sex;
import org.jspecify.annotations.Nullable;

/**
 * 架空の被保険者たち: {@link #at} computes a person anew each time; nothing is held, so a million cost no memory and any of
 * them can be made again. The order of the index is the order of 被保険者番号.
 */
public final class Persons {
    private static final int DAY = 86_400;
    private static final Map<Trait, SimulatedOutcome> OUTCOMES = Map.of(
            Trait.NOT_REGISTERED, SimulatedOutcome.NOT_REGISTERED,
            Trait.MISMATCH, SimulatedOutcome.MISMATCH,
            Trait.TIME_OUT, SimulatedOutcome.TIME_OUT,
            Trait.SLOW, SimulatedOutcome.SLOW);

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
        Trait trait = trait(index);
        Origin origin = origin(index, trait);
        InsuredCategory category = category(index, trait);
        Ages.AgeAndSex who = age(origin.draw(), category);
        LocalDate born = born(origin, who.age());
        Draw draw = draw(index);
        return new Person(
                population.insurerNumber(),
                FictitiousInsuredNumber.of(population, index),
                myNumber(origin, trait, category),
                Names.of(origin.draw(), trait, who.sex(), born.getYear()),
                birth(born, trait),
                trait == Trait.SEX_UNKNOWN ? Sex.UNKNOWN : who.sex(),
                addresses.of(draw, trait),
                new Qualifying(origin.population().baseDate(), origin.draw()).of(trait, category, born),
                trait.isResidenceException() ? addresses.facilityInsurer() : null,
                trait == Trait.RENUMBERED ? FictitiousInsuredNumber.former(index) : null,
                population.baseDate().minusDays(1).atTime(0, 0).plusSeconds(draw.below(DAY, Salt.UPDATED)));
    }

    /**
     * Somebody who is insured here from this day on: has become 65, or has moved here.
     *
     * @param index count or above
     * @param from the person as the former insurer has it, with the same マイナンバー; null if it is none of ours
     */
    Person newcomer(int index, LocalDate day, @Nullable Person from) {
        Draw draw = draw(index);
        Ages.AgeAndSex who = Ages.of(draw);
        boolean hasMoved = from != null || draw.below(4, Salt.KIND) == 0;
        Origin origin = new Origin(population, index, draw);
        LocalDate born = hasMoved ? born(origin, who.age()) : Qualifying.bornToBeQualifiedOn(day);
        return new Person(
                population.insurerNumber(),
                FictitiousInsuredNumber.of(population, index),
                from == null ? FictitiousMyNumber.of(population, index, SimulatedOutcome.LINKED) : from.myNumber(),
                from == null ? Names.of(draw, Trait.NONE, who.sex(), born.getYear()) : from.name(),
                from == null ? new Person.Birth(born, null) : from.birth(),
                from == null ? who.sex() : from.sex(),
                addresses.of(draw, Trait.NONE),
                new Person.Qualification(InsuredCategory.FIRST, day, hasMoved ? "01" : "02", null, null),
                null,
                null,
                day.atStartOfDay());
    }

    Draw draw(int index) {
        return Draw.of(population.seed(), population.insurerNumber(), index);
    }

    private Trait trait(int index) {
        return index < population.ordinary() ? Trait.of(index) : Trait.NONE;
    }

    /** Where the identity of a person comes from: the neighbour's person for one who moved here, else the own index. */
    private record Origin(Population population, int index, Draw draw) {}

    private Origin origin(int index, Trait trait) {
        Population neighbour = population.neighbour();
        int there = index - Trait.MOVE;
        return trait == Trait.MOVED_IN && neighbour != null && there < neighbour.ordinary()
                ? new Origin(neighbour, there, Draw.of(neighbour.seed(), neighbour.insurerNumber(), there))
                : new Origin(population, index, draw(index));
    }

    private InsuredCategory category(int index, Trait trait) {
        if (index >= population.ordinary()) {
            return InsuredCategory.DEEMED_SECOND;
        }
        return trait == Trait.SECOND_CATEGORY ? InsuredCategory.SECOND : InsuredCategory.FIRST;
    }

    private static Ages.AgeAndSex age(Draw draw, InsuredCategory category) {
        return category == InsuredCategory.FIRST ? Ages.of(draw) : Ages.ofSecondCategory(draw);
    }

    private static LocalDate born(Origin origin, int age) {
        return origin.population()
                .baseDate()
                .minusYears(age)
                .minusDays(origin.draw().below(365, Salt.BIRTHDAY));
    }

    private static Person.Birth birth(LocalDate born, Trait trait) {
        if (trait == Trait.BIRTHDAY_UNKNOWN) {
            return new Person.Birth(null, "不詳");
        }
        return trait == Trait.BIRTHDAY_ABOUT
                ? new Person.Birth(null, "西暦" + born.getYear() + "年頃")
                : new Person.Birth(born, null);
    }

    private static @Nullable String myNumber(Origin origin, Trait trait, InsuredCategory category) {
        if (trait == Trait.RESIDENCE_EXCEPTION_WITHOUT_NUMBER) {
            return null;
        }
        SimulatedOutcome outcome = category == InsuredCategory.DEEMED_SECOND
                ? SimulatedOutcome.NOT_REGISTERED
                : OUTCOMES.getOrDefault(trait, SimulatedOutcome.LINKED);
        return FictitiousMyNumber.of(origin.population(), origin.index(), outcome);
    }
}
