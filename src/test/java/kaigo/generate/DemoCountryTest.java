package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.generate.DemoCountry.DemoInsurer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.LocalGovernmentCode;
import org.junit.jupiter.api.Test;

class DemoCountryTest {
    private static final DemoCountry COUNTRY = DemoCountry.of(Generated.AS_OF);

    @Test
    void five_insurers_stand_in_five_states_and_one_is_a_union_of_three() {
        assertThat(COUNTRY.insurers())
                .extracting(DemoInsurer::state)
                .containsExactlyInAnyOrder(DemoCountry.State.values());
        assertThat(COUNTRY.insurers().stream().filter(one -> one.members().size() == 3))
                .hasSize(1);
        assertThat(COUNTRY.insurers().stream()
                        .mapToInt(one -> one.population().count())
                        .sum())
                .isEqualTo(3000);
    }

    @Test
    void no_insurer_and_no_municipality_of_it_exists() {
        Set<String> real = Municipality.all().stream()
                .map(one -> one.code().value().substring(0, 5))
                .collect(Collectors.toSet());
        assertThat(COUNTRY.insurers())
                .allMatch(one -> InsurerNumber.hasCheckDigit(one.number().value()));
        assertThat(COUNTRY.insurers())
                .noneMatch(one -> real.contains(one.number().value().substring(0, 5)));
        assertThat(members())
                .allMatch(one -> LocalGovernmentCode.hasCheckDigit(one.code().value()));
        assertThat(members()).noneMatch(one -> real.contains(one.code().value().substring(0, 5)));
        assertThat(members()).allMatch(one -> one.name().startsWith("架空"));
        assertThat(COUNTRY.insurers()).allMatch(one -> one.name().startsWith("架空"));
    }

    @Test
    void nobody_lives_in_a_real_municipality() {
        Set<String> real =
                Municipality.all().stream().map(one -> one.code().value()).collect(Collectors.toSet());
        assertThat(persons()).noneMatch(person -> real.contains(person.address().municipality()));
    }

    @Test
    void some_live_on_in_two_insurers() {
        List<String> numbers =
                persons().map(Person::myNumber).filter(Objects::nonNull).toList();
        assertThat(numbers.size() - Set.copyOf(numbers).size()).isBetween(3, 30);
    }

    @Test
    void only_who_has_begun_to_load_has_persons() {
        assertThat(COUNTRY.insurers()).allMatch(one -> one.population().count() > 0 == (one.loadFrom() != null));
    }

    @Test
    void its_files_are_clean() {
        for (DemoInsurer insurer : COUNTRY.insurers()) {
            assertThat(Generated.checked(Records.initial(insurer.population())))
                    .hasSize(insurer.population().count())
                    .noneMatch(row -> row.findings().hasErrors());
        }
    }

    private static Stream<Municipality> members() {
        return COUNTRY.insurers().stream().flatMap(one -> one.members().stream());
    }

    private static Stream<Person> persons() {
        return COUNTRY.insurers().stream()
                .map(DemoInsurer::population)
                .flatMap(population -> IntStream.range(0, population.count()).mapToObj(new Persons(population)::at));
    }
}
