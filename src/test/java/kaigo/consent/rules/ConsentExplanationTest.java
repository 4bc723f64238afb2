package kaigo.consent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of each line, and on what the consent rests. */
class ConsentExplanationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

    @ParameterizedTest
    @CsvSource({
        // act, its day, 申請日 of its form (- no form, ? not come), 同意有効期間の開始, verdict on 2026-06-10
        "GRANT, 2026-06-10, -, , HOLDS",
        "GRANT, 2026-04-01, 2026-04-01, , HOLDS",
        "GRANT, 2026-04-01, 2026-03-31, , OLD_FORM",
        "GRANT, 2026-03-31, 2026-04-01, , OLD_FORM",
        "GRANT, 2026-04-12, ?, , FORM_UNKNOWN",
        "WITHDRAW, 2026-04-12, ?, , HOLDS",
        "GRANT, 2026-03-31, -, , TOO_EARLY",
        "REFUSE, 2026-03-31, -, , HOLDS",
        "GRANT, 2026-06-11, -, , LATER",
        "GRANT, 2026-06-01, -, 2026-06-11, NOT_BEGUN",
        "GRANT, 2026-06-01, -, 2026-06-10, HOLDS",
        "REFUSE, 2026-06-01, -, 2026-06-11, HOLDS"
    })
    void a_line_alone_holds_or_it_is_told_why_not(
            ConsentAct act, LocalDate on, String form, @Nullable LocalDate from, Verdict expected) {
        LocalDate filedOn = form.length() > 1 ? LocalDate.parse(form) : null;
        LedgerLine line = new LedgerLine(act, on, !form.equals("-"), filedOn, null, from, null);
        assertThat(ConsentExplanation.of(List.of(line), List.of(), null, DAY).verdicts())
                .containsExactly(expected);
        assertThat(line.counts())
                .isEqualTo(!Set.of("OLD_FORM", "FORM_UNKNOWN", "TOO_EARLY").contains(expected.name()));
    }

    @Test
    void of_two_lines_the_later_one_holds() {
        LedgerLine grant = new LedgerLine(ConsentAct.GRANT, DAY.minusDays(2), false, null, null, null, null);
        LedgerLine withdrawal = new LedgerLine(ConsentAct.WITHDRAW, DAY.minusDays(1), false, null, null, null, null);
        assertThat(ConsentExplanation.of(List.of(grant, withdrawal), List.of(), null, DAY)
                        .verdicts())
                .containsExactly(Verdict.OUTWEIGHED, Verdict.HOLDS);
    }

    @Test
    void a_consent_rests_on_one_application_after_the_other() {
        LedgerLine grant = new LedgerLine(ConsentAct.GRANT, DAY, false, null, null, null, null);
        Application first = Application.certified(LocalDate.of(2025, 6, 1), true, LocalDate.of(2026, 8, 31));
        Application renewed = Application.certified(LocalDate.of(2026, 8, 1), false, LocalDate.of(2027, 8, 31));
        Application anew = Application.certified(LocalDate.of(2027, 8, 1), true, LocalDate.of(2029, 8, 31));
        ConsentExplanation found = ConsentExplanation.of(List.of(grant), List.of(anew, renewed, first), null, DAY);
        assertThat(found.chain()).containsExactly(first, renewed);
        assertThat(found.state().until()).isEqualTo(LocalDate.of(2027, 8, 31));
    }

    @Test
    void a_no_rests_on_nothing() {
        LedgerLine no = new LedgerLine(ConsentAct.REFUSE, DAY, false, null, null, null, null);
        Application application = Application.certified(LocalDate.of(2025, 6, 1), true, LocalDate.of(2026, 8, 31));
        assertThat(ConsentExplanation.of(List.of(no), List.of(application), null, DAY)
                        .chain())
                .isEmpty();
    }

    /** The state that is explained is the one that the gate goes by. */
    @Test
    void of_drawn_ledgers_the_state_is_that_of_the_rule_and_at_most_one_act_holds() {
        Random chance = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            List<LedgerLine> lines = lines(chance);
            List<Application> applications = applications(chance);
            LocalDate lostOn = chance.nextInt(4) == 0 ? day(chance) : null;
            LocalDate on = day(chance);
            ConsentExplanation found = ConsentExplanation.of(lines, applications, lostOn, on);
            assertThat(found.state())
                    .isEqualTo(Consents.of(lines, applications, lostOn).on(on));
            boolean holds = found.verdicts().contains(Verdict.HOLDS);
            assertThat(holds).isEqualTo(found.state().standing() != ConsentState.Standing.NONE);
        }
    }

    private static List<LedgerLine> lines(Random chance) {
        List<LedgerLine> lines = new ArrayList<>();
        for (int i = chance.nextInt(5); i > 0; i--) {
            lines.add(new LedgerLine(
                    ConsentAct.values()[chance.nextInt(3)],
                    day(chance),
                    chance.nextBoolean(),
                    chance.nextBoolean() ? day(chance) : null,
                    chance.nextBoolean() ? Instant.EPOCH.plusSeconds(chance.nextInt(100)) : null,
                    chance.nextInt(3) == 0 ? day(chance) : null,
                    chance.nextInt(3) == 0 ? day(chance) : null));
        }
        return lines;
    }

    private static List<Application> applications(Random chance) {
        List<Application> applications = new ArrayList<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            LocalDate filed = day(chance);
            applications.add(
                    switch (chance.nextInt(3)) {
                        case 0 -> Application.pending(filed, chance.nextBoolean());
                        case 1 ->
                            Application.certified(filed, chance.nextBoolean(), filed.plusDays(chance.nextInt(60)));
                        default -> Application.ended(filed, chance.nextBoolean(), filed.plusDays(chance.nextInt(60)));
                    });
        }
        return applications;
    }

    private static LocalDate day(Random chance) {
        return LocalDate.of(2026, 3, 25).plusDays(chance.nextInt(90));
    }
}
