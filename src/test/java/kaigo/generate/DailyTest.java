package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import kaigo.layout.Form;
import kaigo.layout.Row;
import kaigo.layout.items.M01;
import kaigo.shared.UpdateType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyTest {

    @ParameterizedTest
    @CsvSource({
        "10000, 100, 20",
        "10000, 10000, 0",
        "10000, 10000, 10000",
        "1000, 1, 0",
        "1000, 7, 3",
        "50000, 20000, 10000"
    })
    void the_day_holds_exactly_what_was_asked_for(int persons, int records, int unchanged) {
        DailyPlan plan = plan(Generated.population(persons), 1, records, unchanged);
        List<Row> rows = Generated.checked(Records.daily(plan, null));

        assertThat(rows).hasSize(records);
        assertThat(rows).noneMatch(row -> row.findings().hasErrors());
        assertThat(rows.stream().filter(row -> isUnchanged(plan, row))).hasSize(unchanged);
    }

    @Test
    void every_change_is_there_in_its_number() {
        DailyPlan plan = plan(Generated.population(10_000), 1, 1000, 100);
        Map<DailyPlan.Change, Integer> found = new HashMap<>();
        IntStream.range(0, plan.touched()).forEach(which -> found.merge(plan.change(which), 1, Integer::sum));

        assertThat(Arrays.asList(DailyPlan.Change.values()))
                .allMatch(change -> found.getOrDefault(change, 0) == plan.count(change));
        assertThat(found).containsOnlyKeys(DailyPlan.Change.values());
    }

    @Test
    void changed_records_differ_from_the_initial_file_and_are_newer() {
        Population population = Generated.population(10_000);
        DailyPlan plan = plan(population, 0, 1000, 0);
        Persons persons = new Persons(population);
        Generated.checked(Records.daily(plan, null)).stream()
                .filter(row -> "2".equals(row.get(M01.UPDATE_TYPE)))
                .forEach(row -> assertThat(row.get(M01.SOURCE_UPDATED_AT))
                        .isAfter(persons.at(index(population, row)).updatedAt())
                        .isBefore("2026-11-20T05:30:00"));
    }

    @Test
    void nobody_is_touched_on_two_days() {
        Population population = Generated.population(10_000);
        Set<String> touched = new HashSet<>();
        for (int day = 0; day < 10; day++) {
            Set<String> today = new HashSet<>();
            Generated.checked(Records.daily(plan(population, day, 900, 300), null))
                    .forEach(row -> today.add(String.valueOf(row.get(M01.INSURED_NUMBER))));
            assertThat(touched).doesNotContainAnyElementsOf(today);
            touched.addAll(today);
        }
    }

    @Test
    void who_moves_out_at_the_neighbours_arrives_with_the_same_number() {
        Population there = Population.of(7, Generated.BEPPU, 10_000, Generated.AS_OF);
        DailyPlan leaving = plan(there, 1, 1000, 0);
        DailyPlan arriving = plan(Generated.population(10_000).withNeighbour(there), 1, 1000, 0);

        List<String> left = Generated.checked(Records.daily(leaving, null)).stream()
                .filter(row ->
                        "01".equals(row.get(M01.LOST_REASON)) && leaving.day().equals(row.get(M01.LOST_ON)))
                .map(row -> row.get(M01.MY_NUMBER))
                .toList();
        List<String> arrived = Generated.checked(Records.daily(arriving, leaving)).stream()
                .filter(row -> "1".equals(row.get(M01.UPDATE_TYPE)))
                .map(row -> row.get(M01.MY_NUMBER))
                .toList();
        assertThat(left).hasSizeGreaterThan(50);
        assertThat(arrived).containsAll(left);
    }

    @Test
    void a_wrong_number_is_deleted_and_registered_anew_with_another() {
        List<Row> rows = Generated.checked(Records.daily(plan(Generated.population(10_000), 1, 1000, 0), null));
        int pairs = 0;
        for (int i = 1; i < rows.size(); i++) {
            Row before = rows.get(i - 1);
            Row row = rows.get(i);
            if (String.valueOf(before.get(M01.INSURED_NUMBER)).equals(row.get(M01.INSURED_NUMBER))) {
                assertThat(before.get(M01.UPDATE_TYPE)).isEqualTo("3");
                assertThat(row.get(M01.UPDATE_TYPE)).isEqualTo("1");
                assertThat(row.get(M01.MY_NUMBER)).isNotEqualTo(before.get(M01.MY_NUMBER));
                pairs++;
            }
        }
        assertThat(pairs).isEqualTo(30);
    }

    @Test
    void the_same_day_gives_the_same_bytes() {
        DailyPlan plan = plan(Generated.population(5000), 3, 500, 100);
        assertThat(Generated.bytes(Records.daily(plan, null), Form.NDJSON))
                .isEqualTo(Generated.bytes(Records.daily(plan, null), Form.NDJSON));
    }

    @Test
    void more_changes_than_persons_are_refused() {
        assertThatThrownBy(() -> plan(Generated.population(10), 1, 11, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DailyPlan plan(Population population, int days, int records, int unchanged) {
        return new DailyPlan(population, Generated.AS_OF.plusDays(days), records, unchanged);
    }

    private static boolean isUnchanged(DailyPlan plan, Row row) {
        int index = index(plan.population(), row);
        if (!"2".equals(row.get(M01.UPDATE_TYPE)) || index >= plan.population().count()) {
            return false;
        }
        Row initial = M01Rows.of(new Persons(plan.population()).at(index), UpdateType.UPDATE);
        return IntStream.range(0, row.layout().size()).allMatch(i -> Objects.equals(row.text(i), initial.text(i)));
    }

    private static int index(Population population, Row row) {
        String number = String.valueOf(row.get(M01.INSURED_NUMBER));
        return number.startsWith("H")
                ? population.ordinary() + Integer.parseInt(number.substring(2)) - 1
                : FictitiousInsuredNumber.indexOf(number);
    }
}
