package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.shared.InsuredCategory;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.JisX0213;
import kaigo.shared.LocalGovernmentCode;
import kaigo.shared.MyNumber;
import kaigo.shared.Sex;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PersonsTest {
    private static final int COUNT = 10_000;
    private static final Persons PERSONS = new Persons(Generated.population(COUNT));

    @Test
    void a_person_is_the_same_whenever_asked_for() {
        List<Person> forward = all().toList();
        for (int index = COUNT - 1; index >= 0; index--) {
            assertThat(PERSONS.at(index)).isEqualTo(forward.get(index));
        }
    }

    @Test
    void all_numbers_have_their_form_and_check_digits() {
        assertThat(all()).allMatch(person -> InsuredNumber.hasForm(person.insuredNumber()));
        assertThat(all()).allMatch(person -> person.myNumber() == null || MyNumber.hasCheckDigit(person.myNumber()));
        assertThat(all())
                .allMatch(person ->
                        LocalGovernmentCode.hasCheckDigit(person.address().municipality()));
        assertThat(all())
                .allMatch(person ->
                        person.facilityInsurer() == null || InsurerNumber.hasCheckDigit(person.facilityInsurer()));
        assertThat(all().map(Person::myNumber).filter(Objects::nonNull)).doesNotHaveDuplicates();
        assertThat(all().map(Person::myNumber).filter(Objects::nonNull)).allMatch(number -> number.startsWith("99"));
    }

    @Test
    void the_age_groups_are_those_of_the_statistics() {
        List<Person> first = all().filter(person -> person.qualification().category() == InsuredCategory.FIRST)
                .filter(person -> person.birth().date() != null)
                .toList();
        double older = first.stream().filter(person -> age(person) >= 75).count();
        assertThat(older / first.size()).isCloseTo(2018.0 / 3589.0, Offset.offset(0.015));
        assertThat(first).allMatch(person -> age(person) >= 65 && age(person) <= Ages.OLDEST);
        double women =
                first.stream().filter(person -> person.sex() == Sex.FEMALE).count();
        assertThat(women / first.size()).isBetween(0.5, 0.6);
    }

    @Test
    void the_hard_people_are_all_there() {
        assertSome(person -> person.facilityInsurer() != null && person.myNumber() != null);
        assertSome(person -> person.facilityInsurer() != null && person.myNumber() == null);
        assertSome(person -> person.insuredNumber().startsWith("H")
                && person.qualification().category() == InsuredCategory.DEEMED_SECOND);
        assertSome(person -> person.qualification().category() == InsuredCategory.SECOND);
        assertSome(person ->
                person.birth().date() == null && "不詳".equals(person.birth().text()));
        assertSome(person -> person.birth().date() == null
                && String.valueOf(person.birth().text()).endsWith("年頃"));
        assertSome(person -> person.name().text().startsWith("山﨑"));
        assertSome(person -> person.name().text().startsWith("\uFA19谷"));
        assertSome(person -> person.name().text().startsWith("𡈽屋"));
        assertSome(person -> person.name().text().startsWith("𣘺本"));
        assertSome(person -> person.name().text().startsWith("髙橋"));
        assertSome(person -> person.name().text().startsWith("𠮷田"));
        assertSome(person -> String.valueOf(person.address().detail()).startsWith("カ\u309A"));
        assertSome(person -> person.address().hidden());
        assertSome(person -> person.name().alias() != null);
        assertSome(person -> person.sex() == Sex.UNKNOWN);
        assertSome(person -> person.formerInsuredNumber() != null);
        assertSome(person -> "01".equals(person.qualification().lostReason()));
        assertSome(person -> "02".equals(person.qualification().lostReason()));
        for (SimulatedOutcome outcome : SimulatedOutcome.values()) {
            assertSome(person -> person.myNumber() != null && outcome(person) == outcome);
        }
    }

    @Test
    void only_the_two_names_outside_jis_x_0213_are_outside_it() {
        assertThat(all().map(person -> person.name().text()).filter(name -> JisX0213.firstOutside(name) >= 0))
                .allMatch(name -> name.startsWith("髙橋") || name.startsWith("𠮷田"));
    }

    @Test
    void who_moved_here_is_the_neighbours_person_who_moved_out() {
        Population there = Population.of(7, Generated.BEPPU, COUNT, Generated.AS_OF.minusDays(10));
        Persons here = new Persons(Generated.population(COUNT).withNeighbour(there));
        Persons former = new Persons(there);
        List<Person> moved = IntStream.range(0, COUNT)
                .mapToObj(here::at)
                .filter(person -> "01".equals(person.qualification().reason()))
                .toList();

        assertThat(moved).hasSizeGreaterThan(20);
        List<Person> left = IntStream.range(0, COUNT)
                .mapToObj(former::at)
                .filter(person -> "01".equals(person.qualification().lostReason()))
                .toList();
        assertThat(moved.stream().map(PersonsTest::identity))
                .isEqualTo(left.stream().map(PersonsTest::identity).toList());
        assertThat(moved.stream().map(person -> person.qualification().from()))
                .isEqualTo(left.stream()
                        .map(person -> person.qualification().lostOn())
                        .toList());
    }

    private static List<Object> identity(Person person) {
        return List.of(String.valueOf(person.myNumber()), person.name(), person.birth(), person.sex());
    }

    private static Stream<Person> all() {
        return IntStream.range(0, COUNT).mapToObj(PERSONS::at);
    }

    private static void assertSome(Predicate<Person> predicate) {
        assertThat(all()).anyMatch(predicate);
    }

    private static SimulatedOutcome outcome(Person person) {
        return SimulatedOutcome.of(Objects.requireNonNull(person.myNumber()).getBytes());
    }

    private static long age(Person person) {
        LocalDate born = Objects.requireNonNull(person.birth().date());
        return ChronoUnit.YEARS.between(born, Generated.AS_OF);
    }
}
