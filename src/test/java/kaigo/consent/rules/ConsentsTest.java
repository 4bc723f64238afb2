package kaigo.consent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import kaigo.consent.rules.ConsentState.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @CsvSource({
        // 申請日, the act, 同意取得日 (else 申請日), standing
        "2026-03-31, GRANT, 2026-03-31, NONE",
        "2026-03-31, GRANT, 2026-04-01, NONE",
        "2026-03-31, REFUSE, 2026-03-31, NONE",
        "2026-04-01, GRANT, 2026-04-01, IN_FORCE",
        "2026-04-01, GRANT, 2026-03-31, NONE",
        "2026-04-10, GRANT, 2026-04-12, IN_FORCE",
        "2026-04-10, REFUSE, 2026-04-10, REFUSED",
        "2026-03-31, REFUSE, 2026-04-01, NONE",
        // the application has not come: nobody knows which form it was
        ", GRANT, 2026-04-12, NONE",
        ", WITHDRAW, 2026-04-12, WITHDRAWN",
        "2026-03-31, WITHDRAW, 2026-04-12, WITHDRAWN"
    })
    void an_answer_on_the_form_counts_if_form_and_answer_are_of_after_the_beginning(
            LocalDate filedOn, ConsentAct act, LocalDate on, Standing expected) {
        LedgerLine line = new LedgerLine(act, on, true, filedOn, null, null, null);
        assertThat(Consents.of(List.of(line), List.of(), null).on(DAY).standing())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, NONE", "2026-04-01, IN_FORCE"})
    void said_otherwise_only_the_day_of_the_act_counts(LocalDate on, Standing expected) {
        LedgerLine line = new LedgerLine(ConsentAct.GRANT, on, false, null, null, null, null);
        assertThat(Consents.of(List.of(line), List.of(), null).on(DAY).standing())
                .isEqualTo(expected);
    }

    @Test
    void before_the_beginning_that_was_said_nothing_is_open() {
        ConsentEvent grant = new ConsentEvent(ConsentAct.GRANT, DAY, null, DAY.plusDays(10), null);
        assertThat(standing(List.of(grant), DAY.plusDays(9))).isEqualTo(Standing.NONE);
        assertThat(standing(List.of(grant), DAY.plusDays(10))).isEqualTo(Standing.IN_FORCE);
        ConsentEvent withdrawn = ConsentEvent.recorded(ConsentAct.WITHDRAW, DAY.plusDays(5));
        assertThat(standing(List.of(grant, withdrawn), DAY.plusDays(10))).isEqualTo(Standing.WITHDRAWN);
    }

    /** A consent that was said to begin later leaves what holds until then as it is. */
    @ParameterizedTest
    @CsvSource({
        // what was said before, on the day before it begins, on the day
        "'', NONE, IN_FORCE",
        "G0, IN_FORCE, IN_FORCE",
        "R0, REFUSED, IN_FORCE",
        "W0, WITHDRAWN, IN_FORCE",
        // said after it was planned: it never begins
        "R5, REFUSED, REFUSED",
        "W5, WITHDRAWN, WITHDRAWN",
        // on the day of the planning: the weightier act
        "W3, WITHDRAWN, WITHDRAWN",
        "G3, IN_FORCE, IN_FORCE"
    })
    void a_planned_beginning_changes_nothing_until_it_comes(String said, Standing before, Standing then) {
        List<ConsentEvent> events = new ArrayList<>();
        events.add(new ConsentEvent(ConsentAct.GRANT, DAY.plusDays(3), null, DAY.plusDays(10), null));
        if (!said.isEmpty()) {
            events.add(ConsentEvent.recorded(of(said), DAY.plusDays(said.charAt(1) - '0')));
        }
        assertThat(standing(events, DAY.plusDays(9))).isEqualTo(before);
        assertThat(standing(events, DAY.plusDays(10))).isEqualTo(then);
        assertThat(standing(events.reversed(), DAY.plusDays(9))).isEqualTo(before);
        assertThat(standing(events.reversed(), DAY.plusDays(10))).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, NONE", "2026-04-01, IN_FORCE"})
    void an_act_of_before_the_beginning_never_counts(LocalDate on, Standing expected) {
        assertThat(standing(List.of(ConsentEvent.recorded(ConsentAct.GRANT, on)), DAY))
                .isEqualTo(expected);
    }

    /** G, R, W with the day after 2026-06-01; received in this order and in the opposite one. */
    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "G0, IN_FORCE",
        "R0, REFUSED",
        "W0, WITHDRAWN",
        "G0 W1, WITHDRAWN",
        "G0 R1, REFUSED",
        "W0 G1, IN_FORCE",
        "R0 G1, IN_FORCE",
        "G0 W0, WITHDRAWN",
        "G0 R0, REFUSED",
        "R0 W0, WITHDRAWN",
        "G0 W1 G0, WITHDRAWN",
        "G0 R1 W2 G3, IN_FORCE"
    })
    void the_last_act_holds_whatever_came_first_to_the_platform(String acts, Standing expected) {
        List<ConsentEvent> events = new ArrayList<>();
        for (String act : acts.split(" ")) {
            if (!act.isEmpty()) {
                events.add(ConsentEvent.recorded(of(act), DAY.plusDays(act.charAt(1) - '0')));
            }
        }
        assertThat(standing(events, DAY.plusDays(9))).isEqualTo(expected);
        Collections.reverse(events);
        assertThat(standing(events, DAY.plusDays(9))).isEqualTo(expected);
    }

    /** Of one day: with an hour what the platform took down, without one what a record says. */
    @ParameterizedTest
    @CsvSource({
        "G9 W10, WITHDRAWN",
        "W9 G10, IN_FORCE",
        "W9 R10, REFUSED",
        "W9 G10 R, REFUSED",
        "W9 G10 W, WITHDRAWN",
        "G9 G, IN_FORCE",
        "W9 G, WITHDRAWN",
        "R9 G10 W11 G12 G, IN_FORCE"
    })
    void on_one_day_the_platform_goes_by_the_hour_and_a_record_by_its_weight(String acts, Standing expected) {
        List<ConsentEvent> events = Arrays.stream(acts.split(" "))
                .map(act -> act.length() == 1
                        ? ConsentEvent.recorded(of(act), DAY)
                        : new ConsentEvent(
                                of(act), DAY, Instant.EPOCH.plusSeconds(Long.parseLong(act.substring(1))), null, null))
                .toList();
        assertThat(standing(events, DAY)).isEqualTo(expected);
        assertThat(standing(events.reversed(), DAY)).isEqualTo(expected);
    }

    @Test
    void a_past_day_is_as_it_was() {
        Consents consents = of(List.of(
                ConsentEvent.recorded(ConsentAct.GRANT, DAY),
                ConsentEvent.recorded(ConsentAct.WITHDRAW, DAY.plusDays(5))));
        assertThat(consents.on(DAY.minusDays(1)).standing()).isEqualTo(Standing.NONE);
        assertThat(consents.on(DAY)).isEqualTo(new ConsentState(Standing.IN_FORCE, DAY, null));
        assertThat(consents.on(DAY.plusDays(4)).isInForce()).isTrue();
        assertThat(consents.on(DAY.plusDays(5))).isEqualTo(new ConsentState(Standing.WITHDRAWN, DAY.plusDays(5), null));
    }

    /**
     * Given on 2026-06-01. Applications: N 新規, R 更新・区分変更 by law, filed on, then c (有効期間の終了), x (却下など) or p (未決定).
     * Last day in force, or open.
     */
    @ParameterizedTest
    @CsvSource({
        "'', open",
        "N 2026-06-01 p, open",
        "N 2026-06-01 c 2027-05-31, 2027-05-31",
        "N 2026-06-01 x 2026-07-10, 2026-07-10",
        "R 2025-01-10 c 2027-01-31, 2027-01-31",
        // renewed in time, late but by the day after the end, too late
        "N 2025-06-01 c 2026-08-31;R 2026-07-15 c 2028-08-31, 2028-08-31",
        "N 2025-06-01 c 2026-08-31;R 2026-09-01 c 2028-08-31, 2028-08-31",
        "N 2025-06-01 c 2026-08-31;R 2026-09-02 c 2028-08-31, 2026-08-31",
        // undecided keeps it, and then its end ends it
        "N 2025-06-01 c 2026-08-31;R 2026-08-31 p, open",
        "N 2025-06-01 c 2026-08-31;R 2026-08-31 x 2026-10-05, 2026-10-05",
        "N 2025-06-01 c 2026-08-31;R 2026-07-01 x 2026-07-20, 2026-08-31",
        // a 新規 by law goes on with nothing
        "N 2025-06-01 c 2026-08-31;N 2026-08-20 c 2027-08-31, 2026-08-31",
        "N 2025-06-01 c 2026-08-31;N 2026-08-20 p, 2026-08-31",
        // one after the other
        "N 2025-06-01 c 2026-08-31;R 2026-08-01 c 2027-08-31;R 2027-08-01 c 2029-08-31, 2029-08-31",
        "R 2027-08-01 c 2029-08-31;R 2026-08-01 c 2027-08-31;N 2025-06-01 c 2026-08-31, 2029-08-31",
        // what had ended before bears nothing
        "N 2024-06-01 c 2026-05-31, open",
        "N 2026-06-02 c 2027-05-31, open"
    })
    void a_consent_goes_on_as_long_as_one_certification_follows_the_other(String applications, String expected) {
        List<Application> all = new ArrayList<>();
        for (String application : applications.split(";")) {
            if (!application.isEmpty()) {
                all.add(application(application.split(" ")));
            }
        }
        Consents consents = new Consents(List.of(ConsentEvent.recorded(ConsentAct.GRANT, DAY)), all, null);
        ConsentState state = consents.on(DAY);
        assertThat(state.until() == null ? "open" : state.until().toString()).isEqualTo(expected);
        if (state.until() != null) {
            LocalDate after = state.until().plusDays(1);
            assertThat(consents.on(state.until()).isInForce()).isTrue();
            assertThat(consents.on(after)).isEqualTo(new ConsentState(Standing.LAPSED, after, null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30, , 2026-06-30",
        ", 2026-07-15, 2026-07-15",
        "2026-06-30, 2026-06-10, 2026-06-10",
        "2028-01-01, , 2027-01-31"
    })
    void an_end_that_was_said_and_the_loss_of_the_insurance_end_it_earlier(
            LocalDate saidUntil, LocalDate lostOn, LocalDate expected) {
        Application running = Application.certified(LocalDate.of(2025, 1, 10), false, LocalDate.of(2027, 1, 31));
        Consents consents = new Consents(
                List.of(new ConsentEvent(ConsentAct.GRANT, DAY, null, null, saidUntil)), List.of(running), lostOn);
        assertThat(consents.on(DAY).until()).isEqualTo(expected);
        assertThat(consents.on(expected.plusDays(1)).standing()).isEqualTo(Standing.LAPSED);
    }

    private static Application application(String[] words) {
        LocalDate filedOn = LocalDate.parse(words[1]);
        boolean anew = words[0].equals("N");
        return switch (words[2]) {
            case "c" -> Application.certified(filedOn, anew, LocalDate.parse(words[3]));
            case "x" -> Application.ended(filedOn, anew, LocalDate.parse(words[3]));
            default -> Application.pending(filedOn, anew);
        };
    }

    private static ConsentAct of(String act) {
        return switch (act.charAt(0)) {
            case 'G' -> ConsentAct.GRANT;
            case 'R' -> ConsentAct.REFUSE;
            default -> ConsentAct.WITHDRAW;
        };
    }

    private static Consents of(List<ConsentEvent> events) {
        return new Consents(events, List.of(), null);
    }

    private static Standing standing(List<ConsentEvent> events, LocalDate day) {
        return of(events).on(day).standing();
    }
}
