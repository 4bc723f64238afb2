package kaigo.rollout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import kaigo.rollout.rules.Setup.Facts;
import kaigo.rollout.rules.Setup.Outcome;
import kaigo.rollout.rules.Setup.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The transition table of the set-up, cell by cell. */
class SetupTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LinkMethod METHOD = LinkMethod.API;
    private static final Set<Precondition> ALL = EnumSet.allOf(Precondition.class);

    @ParameterizedTest
    @CsvSource({
        "PREPARING, FIX_BASE_DATE, BASE_DATE_FIXED",
        "PREPARING, BEGIN_LOAD, NOT_NOW",
        "PREPARING, AGREE_COUNTS, NOT_NOW",
        "PREPARING, REOPEN_LOAD, NOT_NOW",
        "PREPARING, FIX_START, NOT_NOW",
        "BASE_DATE_FIXED, FIX_BASE_DATE, BASE_DATE_FIXED",
        "BASE_DATE_FIXED, BEGIN_LOAD, LOADING",
        "BASE_DATE_FIXED, AGREE_COUNTS, NOT_NOW",
        "BASE_DATE_FIXED, REOPEN_LOAD, NOT_NOW",
        "BASE_DATE_FIXED, FIX_START, NOT_NOW",
        "LOADING, FIX_BASE_DATE, NOT_NOW",
        "LOADING, BEGIN_LOAD, NOT_NOW",
        "LOADING, AGREE_COUNTS, COUNTS_AGREED",
        "LOADING, REOPEN_LOAD, NOT_NOW",
        "LOADING, FIX_START, NOT_NOW",
        "COUNTS_AGREED, FIX_BASE_DATE, NOT_NOW",
        "COUNTS_AGREED, BEGIN_LOAD, NOT_NOW",
        "COUNTS_AGREED, AGREE_COUNTS, NOT_NOW",
        "COUNTS_AGREED, REOPEN_LOAD, LOADING",
        "COUNTS_AGREED, FIX_START, START_FIXED",
        "START_FIXED, FIX_BASE_DATE, NOT_NOW",
        "START_FIXED, BEGIN_LOAD, NOT_NOW",
        "START_FIXED, AGREE_COUNTS, NOT_NOW",
        "START_FIXED, REOPEN_LOAD, LOADING",
        "START_FIXED, FIX_START, START_FIXED",
    })
    void each_step_in_each_state(SetupState state, SetupStep step, String expected) {
        Outcome outcome = setup(state, ALL).take(step, facts(TODAY.plusDays(30), false, true, false));
        String found = switch (outcome) {
            case Outcome.Next(Setup next) -> next.state().name();
            case Outcome.Refused(Reason reason) -> reason.name();
        };
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Precondition.class)
    void the_load_does_not_begin_while_a_precondition_is_open(Precondition open) {
        Set<Precondition> met = EnumSet.complementOf(EnumSet.of(open));
        Setup setup = setup(SetupState.BASE_DATE_FIXED, met);
        assertThat(setup.open()).containsExactly(open);
        assertThat(setup.take(SetupStep.BEGIN_LOAD, facts(null, false, false, false)))
                .isEqualTo(new Outcome.Refused(Reason.PRECONDITIONS_OPEN));
    }

    @Test
    void the_load_begins_on_the_base_date_at_the_earliest() {
        Setup ahead = new Setup(SetupState.BASE_DATE_FIXED, ALL, TODAY.plusDays(1), null, METHOD);
        assertThat(ahead.take(SetupStep.BEGIN_LOAD, facts(null, false, false, false)))
                .isEqualTo(new Outcome.Refused(Reason.BASE_DATE_AHEAD));
    }

    @ParameterizedTest
    @CsvSource({"true, true, FILES_OPEN", "false, false, COUNTS_DIFFER"})
    void counts_are_agreed_when_every_file_is_in_and_every_count_is_equal(
            boolean filesOpen, boolean agree, Reason reason) {
        assertThat(setup(SetupState.LOADING, ALL).take(SetupStep.AGREE_COUNTS, facts(null, filesOpen, agree, false)))
                .isEqualTo(new Outcome.Refused(reason));
    }

    @Test
    void the_load_is_not_opened_again_behind_a_daily_file_or_a_start() {
        assertThat(setup(SetupState.COUNTS_AGREED, ALL).take(SetupStep.REOPEN_LOAD, facts(null, false, true, true)))
                .isEqualTo(new Outcome.Refused(Reason.DAILY_BEGUN));
        Setup started = new Setup(SetupState.START_FIXED, ALL, TODAY.minusDays(9), TODAY, METHOD);
        for (SetupStep step : Set.of(SetupStep.REOPEN_LOAD, SetupStep.FIX_START)) {
            assertThat(started.take(step, facts(TODAY.plusDays(1), false, true, false)))
                    .isEqualTo(new Outcome.Refused(Reason.STARTED));
        }
    }

    @Test
    void a_start_is_today_or_later() {
        Setup agreed = setup(SetupState.COUNTS_AGREED, ALL);
        assertThat(agreed.take(SetupStep.FIX_START, facts(TODAY.minusDays(1), false, true, false)))
                .isEqualTo(new Outcome.Refused(Reason.DAY_PAST));
        assertThat(agreed.take(SetupStep.FIX_START, facts(null, false, true, false)))
                .isEqualTo(new Outcome.Refused(Reason.DAY_NEEDED));
        assertThat(agreed.take(SetupStep.FIX_START, facts(TODAY, false, true, false)))
                .isEqualTo(new Outcome.Next(new Setup(SetupState.START_FIXED, ALL, TODAY.minusDays(9), TODAY, METHOD)));
    }

    @Test
    void preconditions_are_met_in_any_order_until_the_load_begins() {
        Outcome met = Setup.BEGINNING.with(new Condition(Precondition.PIA_DONE, true));
        assertThat(met).isInstanceOfSatisfying(Outcome.Next.class, next -> {
            assertThat(next.setup().met()).containsExactly(Precondition.PIA_DONE);
            assertThat(next.setup().with(new Condition(Precondition.PIA_DONE, false)))
                    .isEqualTo(new Outcome.Next(Setup.BEGINNING));
        });
        assertThat(setup(SetupState.LOADING, ALL).with(new Condition(Precondition.PIA_DONE, false)))
                .isEqualTo(new Outcome.Refused(Reason.NOT_NOW));
    }

    @Test
    void the_method_is_chosen_and_can_be_chosen_anew() {
        assertThat(Setup.BEGINNING.with(new Condition(Precondition.METHOD_CHOSEN, true)))
                .isEqualTo(new Outcome.Refused(Reason.METHOD_NEEDED));
        Setup chosen = chosen(Setup.BEGINNING, new Condition(Precondition.METHOD_CHOSEN, true, LinkMethod.FILE));
        assertThat(chosen.method()).isEqualTo(LinkMethod.FILE);
        assertThat(chosen(chosen, new Condition(Precondition.PIA_DONE, true)).method())
                .isEqualTo(LinkMethod.FILE);
        assertThat(chosen(chosen, new Condition(Precondition.METHOD_CHOSEN, false)))
                .isEqualTo(Setup.BEGINNING);
    }

    private static Setup chosen(Setup setup, Condition said) {
        return ((Outcome.Next) setup.with(said)).setup();
    }

    private static Setup setup(SetupState state, Set<Precondition> met) {
        LocalDate base = state == SetupState.PREPARING ? null : TODAY.minusDays(9);
        return new Setup(state, met, base, state == SetupState.START_FIXED ? TODAY.plusDays(10) : null, METHOD);
    }

    private static Facts facts(@Nullable LocalDate day, boolean filesOpen, boolean agree, boolean daily) {
        return new Facts(TODAY, day, filesOpen, agree, daily);
    }
}
