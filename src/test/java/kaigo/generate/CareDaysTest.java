package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kaigo.layout.CanonicalForm;
import kaigo.layout.Form;
import kaigo.layout.LayoutItem;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.layout.items.M02;
import kaigo.layout.items.M03;
import kaigo.layout.items.M08;
import kaigo.shared.UpdateType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A day's file is what happened since the file before: 新規 of what was not there, 更新 and 削除 of what was. */
class CareDaysTest {

    private static final LocalDate BASE = LocalDate.of(2026, 11, 10);
    private static final Population POPULATION = Population.of(7, Generated.OITA, 2000, BASE);
    private static final CareRecords CARE = new CareRecords(POPULATION);
    private static final List<Integer> DAYS = List.of(0, 1, 2, 3, 4, 7, 8, 15, 16, 30, 31);

    static List<String> interfaces() {
        return CareRecords.interfaces(ProcessingType.DAILY);
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void days_in_a_row_lead_where_one_long_step_leads(String interfaceId) {
        Map<String, String> register = registerOf(interfaceId);
        Map<String, String> inOneStep = new TreeMap<>(register);
        for (int i = 1; i < DAYS.size(); i++) {
            apply(register, interfaceId, BASE.plusDays(DAYS.get(i - 1)), BASE.plusDays(DAYS.get(i)));
        }
        apply(inOneStep, interfaceId, BASE, BASE.plusDays(DAYS.getLast()));
        assertThat(register).isEqualTo(inOneStep);
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void the_same_day_gives_the_same_bytes(String interfaceId) {
        assertThat(bytes(interfaceId)).isEqualTo(bytes(interfaceId));
    }

    private static byte[] bytes(String interfaceId) {
        DailyPlan plan = new DailyPlan(POPULATION, BASE.plusDays(5), 200, 20);
        return Generated.bytes(CARE.daily(interfaceId, plan, null, BASE), Form.NDJSON);
    }

    @Test
    void a_month_brings_what_happens_in_a_month() {
        LocalDate end = BASE.plusDays(31);
        List<Row> applications = rows("M08", BASE, end);
        assertThat(types(applications)).containsKeys(UpdateType.CREATE, UpdateType.UPDATE);
        assertThat(applications).anyMatch(row -> "2".equals(row.get(M08.APPLICATION_TYPE)) && isNew(row));
        assertThat(rows("M02", BASE, end))
                .as("the new card, and the old one voided")
                .anyMatch(row -> isNew(row) && row.get(M02.CARE_LEVEL) != null)
                .anyMatch(row -> !isNew(row) && row.get(M02.VOIDED_ON) != null);
        assertThat(rows("M09", BASE, BASE.plusDays(120)))
                .anyMatch(row -> "3".equals(row.text(row.layout().position("consentType"))));
        assertThat(types(rows("K01", BASE, end))).containsKeys(UpdateType.CREATE, UpdateType.UPDATE);
        assertThat(types(rows("M06", BASE, BASE.plusDays(400)))).containsKey(UpdateType.UPDATE);
    }

    @Test
    void a_purchase_that_was_a_mistake_is_deleted_on_the_next_day() {
        List<Row> deleted = new ArrayList<>();
        for (int day = 0; day < 300; day++) {
            rows("M06", BASE.plusDays(day), BASE.plusDays(day + 1L)).stream()
                    .filter(row -> UpdateType.DELETE.code().equals(update(row)))
                    .forEach(deleted::add);
        }
        assertThat(deleted).isNotEmpty();
    }

    @Test
    void certificates_of_a_new_year_come_before_august_and_ratios_change_within_a_year() {
        LocalDate july = LocalDate.of(2027, 7, 15);
        List<Row> ratios = rows("M03", july, LocalDate.of(2027, 8, 1));
        long certified = registerOf("M03").keySet().stream()
                .filter(key -> key.contains("2026"))
                .count();
        assertThat(ratios.stream().filter(row -> "2027".equals(row.get(M03.BURDEN_YEAR))))
                .hasSizeGreaterThan((int) (certified * 9 / 10));
        assertThat(rows("M03", BASE, BASE.plusDays(200))).anyMatch(row -> !isNew(row) && row.get(M03.RATIO2) != null);
        assertThat(rows("M04", july, LocalDate.of(2027, 8, 1))).hasSizeGreaterThan(30);
    }

    @Test
    void whom_m01_deleted_brings_nothing_more_and_who_moved_here_brings_a_card() {
        DailyPlan plan = new DailyPlan(POPULATION, BASE.plusDays(40), 200, 20);
        List<String> deleted = new DailyRecords(plan.on(BASE.plusDays(3)))
                .deleted()
                .map(Person::insuredNumber)
                .toList();
        List<Row> cards = Generated.checked(CARE.daily("M02", plan, null, BASE));
        assertThat(deleted).isNotEmpty();
        assertThat(numbers(cards)).doesNotContainAnyElementsOf(deleted);

        List<String> arrived =
                new DailyRecords(plan).arrivals(null).map(Person::insuredNumber).toList();
        assertThat(numbers(cards)).containsAll(arrived);
        assertThat(Generated.checked(CARE.daily("M08", plan, null, BASE)))
                .anyMatch(row -> "5".equals(row.get(M08.APPLICATION_TYPE))
                        && arrived.contains(String.valueOf(row.get(M08.INSURED_NUMBER))));
    }

    @Test
    void who_dies_with_an_open_application_withdraws_it() {
        DailyPlan plan = new DailyPlan(POPULATION, BASE.plusDays(20), 1000, 0);
        List<String> withdrawn = Generated.checked(CARE.daily("M08", plan, null, BASE)).stream()
                .filter(row -> "09".equals(row.get(M08.CERT_STATUS)))
                .map(row -> String.valueOf(row.get(M08.INSURED_NUMBER)))
                .toList();
        DailyPlan quiet = DailyPlan.quiet(POPULATION, BASE.plusDays(20));
        List<String> without = Generated.checked(CARE.daily("M08", quiet, null, BASE)).stream()
                .filter(row -> "09".equals(row.get(M08.CERT_STATUS)))
                .map(row -> String.valueOf(row.get(M08.INSURED_NUMBER)))
                .toList();
        assertThat(withdrawn.size()).isGreaterThan(without.size());
    }

    /** A meeting loses its last case with the registration of that person: it is taken back that day, and never again. */
    @Test
    void a_meeting_without_cases_is_taken_back_once() {
        long takenBack = IntStream.range(0, 12)
                .mapToObj(seed -> Population.of(seed, Generated.OITA, 600, BASE))
                .mapToLong(CareDaysTest::meetingsTakenBack)
                .sum();
        assertThat(takenBack).isPositive();
    }

    private static long meetingsTakenBack(Population population) {
        CareRecords care = new CareRecords(population);
        Set<String> known = new HashSet<>();
        Generated.checked(care.initial("M11")).forEach(row -> known.add(key(row)));
        long takenBack = 0;
        for (int day = 1; day <= 8; day++) {
            DailyPlan plan = new DailyPlan(population, BASE.plusDays(day), 60, 0);
            for (Row row : Generated.checked(care.daily("M11", plan, null, BASE.plusDays(day - 1L)))) {
                assertThat(known.contains(key(row))).as(key(row)).isEqualTo(!isNew(row));
                if (UpdateType.DELETE.code().equals(update(row))) {
                    known.remove(key(row));
                    takenBack++;
                } else {
                    known.add(key(row));
                }
            }
        }
        return takenBack;
    }

    private static List<String> numbers(List<Row> rows) {
        return rows.stream()
                .map(row -> String.valueOf(row.get(M02.INSURED_NUMBER)))
                .toList();
    }

    private static void apply(Map<String, String> register, String interfaceId, LocalDate since, LocalDate day) {
        for (Row row : rows(interfaceId, since, day)) {
            String key = key(row);
            boolean isKnown = register.containsKey(key);
            assertThat(isKnown).as(update(row) + " " + day).isEqualTo(!isNew(row));
            if (UpdateType.DELETE.code().equals(update(row))) {
                register.remove(key);
            } else {
                assertThat(register.put(key, content(row))).isNotEqualTo(content(row));
            }
        }
    }

    private static Map<String, String> registerOf(String interfaceId) {
        String set = interfaceId.equals("M08") ? "M07" : interfaceId;
        return Generated.checked(CARE.initial(set)).stream()
                .collect(Collectors.toMap(
                        CareDaysTest::key, CareDaysTest::content, (one, other) -> other, TreeMap::new));
    }

    private static List<Row> rows(String interfaceId, LocalDate since, LocalDate day) {
        List<Row> rows = Generated.checked(CARE.daily(interfaceId, DailyPlan.quiet(POPULATION, day), null, since));
        assertThat(rows).noneMatch(row -> row.findings().hasErrors());
        return rows;
    }

    private static boolean isNew(Row row) {
        return UpdateType.CREATE.code().equals(update(row));
    }

    private static String update(Row row) {
        return String.valueOf(row.text(row.layout().position("updateType")));
    }

    private static String key(Row row) {
        return row.layout().key().stream()
                .map(LayoutItem::position)
                .map(row::text)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static String content(Row row) {
        return new CanonicalForm(row.layout()).json(row);
    }

    private static Map<UpdateType, Long> types(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> UpdateType.ofCode(update(row)).orElseThrow(), Collectors.counting()));
    }
}
