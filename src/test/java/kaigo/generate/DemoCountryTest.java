package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.generate.DemoCountry.DemoInsurer;
import kaigo.layout.LayoutItem;
import kaigo.layout.Row;
import kaigo.layout.items.K01;
import kaigo.layout.items.M02;
import kaigo.layout.items.M03;
import kaigo.layout.items.M08;
import kaigo.layout.items.M09;
import kaigo.shared.InsurerNumber;
import kaigo.shared.LocalGovernmentCode;
import kaigo.shared.OfficeNumber;
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
    void whom_offices_serve_they_claim_for() {
        DemoInsurer union = COUNTRY.insurers().stream()
                .filter(one -> one.members().size() == 3)
                .findFirst()
                .orElseThrow();
        List<Served> served = COUNTRY.served(union).toList();
        Set<String> claims = Generated.checked(new CareRecords(union.population()).initial("K01")).stream()
                .flatMap(row -> Stream.of(row.get(K01.CLAIMING_OFFICE), row.get(K01.SUBCONTRACTED_OFFICE))
                        .map(office -> row.get(K01.INSURED_NUMBER) + " " + office))
                .collect(Collectors.toSet());
        List<String> pairs = served.stream()
                .flatMap(one -> one.offices().stream().map(office -> one.insuredNumber() + " " + office))
                .toList();
        assertThat(pairs).hasSizeGreaterThan(300);
        assertThat(pairs.stream().filter(pair -> !claims.contains(pair)))
                .as("those whose services have begun lately")
                .hasSizeLessThan(pairs.size() / 10);
    }

    @Test
    void its_files_are_clean() {
        for (DemoInsurer insurer : COUNTRY.insurers()) {
            assertThat(Generated.checked(Records.initial(insurer.population())))
                    .hasSize(insurer.population().count())
                    .noneMatch(row -> row.findings().hasErrors());
        }
    }

    @Test
    void people_in_every_state_live_there_today() {
        List<Row> applications = today("M07", "M08");
        assertThat(applications.stream().map(row -> row.get(M08.CERT_STATUS)).distinct())
                .contains("01", "02", "03", "04", "05", "06", "07", "08", "09");
        assertThat(applications)
                .as("renewed, and renewing")
                .anyMatch(row -> isRenewal(row) && row.get(M08.CERTIFIED_ON) != null)
                .anyMatch(row -> isRenewal(row) && row.get(M08.CERTIFIED_ON) == null);
        assertThat(lapsed(applications)).as("lapsed").isPositive();
        assertThat(today("M03")).anyMatch(row -> row.get(M03.RATIO2) != null);
        assertThat(today("M02")).anyMatch(row -> row.get(M02.BENEFIT_RESTRICTIONS1_CONTENT) != null);
        assertThat(today("M09").stream().map(row -> row.get(M09.CONSENT_TYPE)).distinct())
                .containsExactlyInAnyOrder("1", "2", "3");
        assertThat(today("M05")).isNotEmpty();
        assertThat(today("M06")).isNotEmpty();
    }

    /** What is registered once everything is loaded; keys of several insurers beside each other. */
    private static List<Row> today(String... interfaces) {
        Map<List<String>, Row> register = new HashMap<>();
        for (DemoInsurer insurer : COUNTRY.insurers()) {
            Stream.concat(COUNTRY.untilThen(insurer), COUNTRY.sinceThen(insurer))
                    .filter(records ->
                            Set.of(interfaces).contains(records.layout().interfaceId()))
                    .flatMap(records -> Generated.checked(records).stream())
                    .forEach(row -> register.put(key(row), row));
        }
        assertThat(register.values()).noneMatch(row -> row.findings().hasErrors());
        return List.copyOf(register.values());
    }

    private static List<String> key(Row row) {
        return Stream.concat(
                        Stream.of(row.layout().position("insurerNumber")),
                        row.layout().key().stream().map(LayoutItem::position))
                .map(position -> String.valueOf(row.text(position)))
                .toList();
    }

    private static boolean isRenewal(Row row) {
        return "2".equals(row.get(M08.APPLICATION_TYPE));
    }

    /** Persons whose last period is over and who have applied for nothing since. */
    private static long lapsed(List<Row> applications) {
        return applications.stream().collect(Collectors.groupingBy(row -> key(row).subList(0, 2))).values().stream()
                .filter(rows -> rows.stream().allMatch(row -> {
                    LocalDate end = row.get(M08.VALID_TO);
                    return end != null && end.isBefore(COUNTRY.asOf());
                }))
                .count();
    }

    @Test
    void offices_of_every_kind_have_their_services_and_one_has_given_a_service_up() {
        List<FictitiousInstitutions.Institution> offices =
                DemoCountry.institutions().offices();
        assertThat(offices.stream()
                        .flatMap(office -> office.services().stream())
                        .map(FictitiousInstitutions.Service::code))
                .contains("43", "46", "11", "15", "13", "51", "52", "55", "32", "73", "77", "17", "33");
        assertThat(offices).anyMatch(office -> office.services().stream().anyMatch(service -> service.until() != null));
        assertThat(DemoCountry.institutions().clinics())
                .extracting(FictitiousInstitutions.Institution::name)
                .anyMatch(name -> name.contains("病院"))
                .anyMatch(name -> name.contains("医院"));
        assertThat(offices).allMatch(office -> OfficeNumber.hasCheckDigit(office.number()));
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
