package kaigo.intake.past;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Targets;
import kaigo.intake.past.PastState.Change;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.layout.Target;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was shown at any moment of the past can be shown again, of every interface. */
class PastStatesTest {

    private static final String PERSON = FullRecords.PERSON;

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final InsurerViewer viewer = InsurerViewer.staff(insurer, "test", "past");
    private final FullRecords records = new FullRecords(insurer);
    private final InstantSource clock = TestServer.bean(InstantSource.class);

    static List<String> dependents() {
        return FullRecords.dependents();
    }

    /** What readers saw at a moment. */
    private record Seen(Instant at, List<Map<String, Object>> shown) {}

    @ParameterizedTest
    @MethodSource("dependents")
    void each_state_of_a_record_comes_back_as_readers_saw_it(String interfaceId) {
        Target target = Targets.find(interfaceId).orElseThrow();
        List<Seen> course = new ArrayList<>();
        course.add(see(target));
        records.person();
        course.add(see(target));
        records.send(interfaceId, row -> row);
        course.add(see(target));
        records.send(interfaceId, row -> FullRecords.updated(FullRecords.changed(row), "2"));
        course.add(see(target));
        records.send(interfaceId, row -> FullRecords.updated(row, "3"));
        course.add(see(target));
        records.send(interfaceId, row -> row);
        course.add(see(target));

        assertThat(course).extracting(seen -> seen.shown().size()).containsExactly(0, 0, 1, 1, 0, 1);
        assertThat(course.get(3).shown()).isNotEqualTo(course.get(2).shown());
        for (Seen seen : course) {
            assertThat(list(target, seen.at()).stream()
                            .map(record -> withColumns(target, record))
                            .toList())
                    .isEqualTo(seen.shown());
        }
    }

    @Test
    void the_sheets_of_then_come_with_the_record_of_then() {
        records.person();
        records.send("M08", row -> row);
        Instant first = clock.instant();
        records.send("M08", row -> {
            Row sheet = row.sheet(row.layout().sheet("basic")).getFirst();
            sheet.text(sheet.layout().position("q1_3"), "3");
            return FullRecords.updated(row, "2");
        });
        Target target = Targets.find("M08").orElseThrow();
        assertThat(sheetValue(list(target, first).getFirst(), "basic", "q1_3")).isEqualTo("1");
        assertThat(sheetValue(list(target, clock.instant()).getFirst(), "basic", "q1_3"))
                .isEqualTo("3");
        assertThat(list(target, first).getFirst().sheets())
                .extracting(rows -> rows.sheet().code())
                .containsExactlyElementsOf(Layouts.newest("M08").orElseThrow().sheets().stream()
                        .map(sheet -> sheet.code())
                        .toList());
    }

    @Test
    void while_the_person_was_deleted_nothing_was_shown_and_it_is_protected_as_of_today() {
        Instant before = clock.instant();
        records.person();
        records.send("M03", row -> row);
        Instant there = clock.instant();
        records.person("3");
        Instant deleted = clock.instant();
        Loads.load(
                insurer,
                new M01File(insurer, "D")
                        .createdAt("20261120230000")
                        .add("1", PERSON, "123456789018", "架空　太郎")
                        .with(24, "1"));

        assertThat(interfaces(before)).isEmpty();
        assertThat(interfaces(there)).containsExactly("M01", "M03");
        assertThat(interfaces(deleted)).isEmpty();
        assertThat(interfaces(clock.instant())).containsExactly("M01", "M03");
        PastState then = states().find(viewer, PERSON, there);
        assertThat(then.isProtected()).isTrue();
        assertThat(then.changes())
                .isSortedAccordingTo(comparing(Change::at).reversed())
                .extracting(Change::interfaces)
                .containsExactly(List.of("M01"), List.of("M01"), List.of("M03"), List.of("M01"));
    }

    @Test
    void of_another_insurers_person_there_is_nothing() {
        records.person();
        InsurerViewer other = InsurerViewer.staff(TestServer.insurerDaily(), "test", "past");
        PastState state = states().find(other, PERSON, clock.instant());
        assertThat(state.interfaces()).isEmpty();
        assertThat(state.changes()).isEmpty();
    }

    private List<String> interfaces(Instant at) {
        return states().find(viewer, PERSON, at).interfaces().stream()
                .map(one -> one.layout().interfaceId())
                .toList();
    }

    private static PastStates states() {
        return TestServer.bean(PastStates.class);
    }

    private List<PastRecord> list(Target target, Instant at) {
        String first = target.isAboutAPerson() ? PERSON : firstKey(target);
        PastStore store = TestServer.bean(PastStore.class);
        return TestServer.bean(Gate.class)
                .look(
                        viewer,
                        Purpose.READ_REGISTERED,
                        permit -> Looked.aboutNobody(store.list(permit, target, first, at)));
    }

    private static String firstKey(Target target) {
        Row row = SampleRecord.full(Layouts.newest(target.interfaceId()).orElseThrow(), 2);
        return row.text(row.layout().position(target.keys().getFirst().item()));
    }

    private Seen see(Target target) {
        List<Map<String, Object>> shown = TestServer.bean(JdbcClient.class)
                .sql("select * from " + target.shownView() + " where insurer_number = ?")
                .param(insurer.value())
                .query()
                .listOfRows()
                .stream()
                .map(row -> columns(target, row))
                .toList();
        return new Seen(clock.instant(), shown);
    }

    private static Map<String, Object> columns(Target target, Map<String, Object> row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        Stream.concat(target.keys().stream(), target.columns().stream()).forEach(column -> {
            Object value = row.get(column.name());
            if (value != null) {
                columns.put(column.item().code(), asRead(value));
            }
        });
        return columns;
    }

    private static Object asRead(Object value) {
        return switch (value) {
            case Date day -> day.toLocalDate();
            case Timestamp moment -> moment.toInstant();
            default -> value;
        };
    }

    private static Map<String, Object> withColumns(Target target, PastRecord record) {
        Map<String, Object> columns = new LinkedHashMap<>();
        record.values().forEach(value -> columns.put(value.item().code(), value.value()));
        return columns;
    }

    private static Object sheetValue(PastRecord record, String sheet, String item) {
        return record.sheets().stream()
                .filter(rows -> rows.sheet().code().equals(sheet))
                .flatMap(rows -> rows.rows().getFirst().stream())
                .filter(value -> value.item().code().equals(item))
                .map(value -> value.value())
                .findFirst()
                .orElseThrow();
    }
}
