package kaigo.filing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kaigo.filing.rules.Submission.Answer;
import kaigo.outbox.rules.ItemState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands of all that was filed for one person. */
class FilingCourseTest {

    private static final String OWN = "4479901003";
    private static final String OTHER = "4479901011";
    private static final String CENTRE = "4400100014";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final List<Submission> made = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"WAITING,SENT", "FETCHED,SENT", "RECEIVED,RECEIVED", "ACCEPTED,ACCEPTED"})
    void a_filing_is_active_until_something_becomes_of_it(ItemState answered, FilingState state) {
        file(OWN, OWN, answered);
        assertThat(states()).containsExactly(state);
        assertThat(course().active(FilingKind.CARE_PLAN)).isPresent();
        assertThat(course().active(FilingKind.PREVENTIVE_PLAN)).isEmpty();
    }

    @Test
    void what_is_returned_holds_nothing_and_leaves_what_was_before() {
        file(OWN, OWN, ItemState.ACCEPTED);
        file(OTHER, OTHER, ItemState.RETURNED);
        assertThat(states()).containsExactly(FilingState.ACCEPTED, FilingState.RETURNED);
        assertThat(active()).isEqualTo(1);
        assertThat(course().last(FilingKind.CARE_PLAN, OTHER).orElseThrow().state())
                .isEqualTo(FilingState.RETURNED);
    }

    @Test
    void the_same_office_again_is_a_correction() {
        file(OWN, OWN, ItemState.RECEIVED);
        file(OWN, OWN, ItemState.WAITING);
        assertThat(states()).containsExactly(FilingState.CORRECTED, FilingState.SENT);
        assertThat(active()).isEqualTo(2);
    }

    @Test
    void another_office_takes_its_place_from_the_day_of_the_change_else_from_that_of_the_filing() {
        file(OWN, OWN, ItemState.ACCEPTED);
        add(OTHER, OTHER, false, DAY.plusDays(11), ItemState.WAITING);
        assertThat(states()).containsExactly(FilingState.SUPERSEDED, FilingState.SENT);
        assertThat(course().all().getLast().endsOn()).isEqualTo(DAY.plusDays(11));
        add(OWN, OWN, false, null, ItemState.WAITING);
        assertThat(course().all().get(1).endsOn()).isEqualTo(DAY);
        assertThat(active()).isEqualTo(3);
    }

    @Test
    void a_delegate_and_the_office_it_files_for_correct_each_other() {
        file(OWN, CENTRE, ItemState.ACCEPTED);
        file(CENTRE, CENTRE, ItemState.WAITING);
        file(OWN, CENTRE, ItemState.WAITING);
        assertThat(states()).containsExactly(FilingState.CORRECTED, FilingState.CORRECTED, FilingState.SENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = ItemState.class,
            names = {"WAITING", "RECEIVED", "ACCEPTED"})
    void the_end_ends_it(ItemState answered) {
        file(OWN, OWN, ItemState.ACCEPTED);
        add(OWN, OWN, true, null, answered);
        assertThat(states().getFirst()).isEqualTo(FilingState.ABOLISHED);
        assertThat(course().active(FilingKind.CARE_PLAN)).isEmpty();
    }

    @Test
    void an_end_of_a_filing_that_is_returned_later_ends_nobody_elses() {
        file(OWN, OWN, ItemState.ACCEPTED);
        file(OTHER, OTHER, ItemState.RETURNED);
        add(OTHER, OTHER, true, null, ItemState.WAITING);
        assertThat(active()).isEqualTo(1);
    }

    @Test
    void another_delegate_of_the_same_office_corrects_it() {
        file(OWN, CENTRE, ItemState.ACCEPTED);
        file(OTHER, CENTRE, ItemState.WAITING);
        assertThat(states()).containsExactly(FilingState.CORRECTED, FilingState.SENT);
    }

    @Test
    void an_end_that_is_returned_ends_nothing() {
        file(OWN, OWN, ItemState.ACCEPTED);
        add(OWN, OWN, true, null, ItemState.RETURNED);
        assertThat(active()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "06,PREVENTIVE_MANAGEMENT",
        "12,PREVENTIVE_PLAN PREVENTIVE_MANAGEMENT",
        "13,PREVENTIVE_PLAN PREVENTIVE_MANAGEMENT",
        "21,CARE_PLAN",
        "25,CARE_PLAN",
        "01,''",
        "99,''"
    })
    void the_kinds_that_fit_a_level(String level, String kinds) {
        List<String> fitting = new ArrayList<>();
        for (FilingKind kind : FilingKind.values()) {
            if (kind.fits(level)) {
                fitting.add(kind.name());
            }
        }
        assertThat(String.join(" ", fitting)).isEqualTo(kinds);
    }

    @Test
    void an_office_of_care_managers_files_care_plans_itself_and_prevention_for_another() {
        FilingServices services = FilingServices.bundled();
        assertThat(services.isResponsible(List.of("43"), FilingKind.CARE_PLAN)).isTrue();
        assertThat(services.isResponsible(List.of("43"), FilingKind.PREVENTIVE_PLAN))
                .isFalse();
        assertThat(services.isDelegate(List.of("43"), FilingKind.PREVENTIVE_PLAN))
                .isTrue();
        assertThat(services.isResponsible(List.of("11", "46"), FilingKind.PREVENTIVE_MANAGEMENT))
                .isTrue();
        assertThat(services.mayFile(List.of("11", "52"))).isFalse();
    }

    private void file(String by, String office, ItemState answered) {
        add(by, office, false, null, answered);
    }

    private void add(String by, String office, boolean ends, LocalDate changedOn, ItemState answered) {
        made.add(new Submission(
                made.size() + 1,
                FilingKind.CARE_PLAN,
                ends,
                by,
                office,
                null,
                DAY,
                changedOn,
                "",
                Instant.EPOCH,
                new Answer(answered, null, "", null)));
    }

    private FilingCourse course() {
        return FilingCourse.of(made);
    }

    private List<FilingState> states() {
        return course().all().reversed().stream().map(Filing::state).toList();
    }

    private int active() {
        return course().active(FilingKind.CARE_PLAN).orElseThrow().made().number();
    }
}
