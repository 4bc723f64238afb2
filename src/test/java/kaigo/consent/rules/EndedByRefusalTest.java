package kaigo.consent.rules;

import static kaigo.consent.rules.ConsentAct.GRANT;
import static kaigo.consent.rules.ConsentAct.REFUSE;
import static kaigo.consent.rules.ConsentAct.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** なし on a newer application ends the earlier consent, and the municipality is told of it (rulings 20). */
class EndedByRefusalTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LedgerLine OF_OFFICE = heard(GRANT, 10);
    private static final LedgerLine NO = onForm(REFUSE, 20);

    @Test
    void a_no_on_a_newer_form_has_ended_an_offices_grant_whatever_came_first() {
        assertThat(find(OF_OFFICE, NO)).isEqualTo(new EndedByRefusal(0, 1));
        assertThat(find(NO, OF_OFFICE)).isEqualTo(new EndedByRefusal(1, 0));
        assertThat(find(heard(GRANT, 20), NO)).isEqualTo(new EndedByRefusal(0, 1));
    }

    @Test
    void the_same_no_in_two_records_is_one() {
        assertThat(find(NO, OF_OFFICE, NO)).isEqualTo(new EndedByRefusal(1, 0));
    }

    @Test
    void of_several_grants_the_one_is_told_that_held() {
        assertThat(find(heard(GRANT, 5), OF_OFFICE, NO)).isEqualTo(new EndedByRefusal(1, 2));
    }

    @Test
    void nothing_was_ended_where_nothing_was_in_force() {
        assertThat(find(NO)).isNull();
        assertThat(find(OF_OFFICE, heard(WITHDRAW, 12), NO)).isNull();
        assertThat(find(OF_OFFICE, heard(REFUSE, 12), NO)).isNull();
        LedgerLine forFiveDays = new LedgerLine(GRANT, day(10), false, null, null, null, day(15));
        assertThat(find(forFiveDays, NO)).isNull();
        assertThat(find(new LedgerLine(GRANT, LocalDate.of(2026, 3, 31), false, null, null, null, null), NO))
                .isNull();
    }

    @Test
    void a_newer_yes_ends_nothing() {
        assertThat(find(OF_OFFICE, onForm(GRANT, 20))).isNull();
    }

    @Test
    void nothing_is_told_where_the_no_does_not_hold_or_no_form_says_it() {
        assertThat(find(OF_OFFICE, NO, heard(GRANT, 25))).isNull();
        assertThat(find(OF_OFFICE, NO, heard(WITHDRAW, 25))).isNull();
        assertThat(find(OF_OFFICE, heard(REFUSE, 20))).isNull();
        assertThat(find(OF_OFFICE, new LedgerLine(REFUSE, day(20), true, LocalDate.of(2026, 3, 31), null, null, null)))
                .isNull();
        assertThat(find(OF_OFFICE, new LedgerLine(REFUSE, TODAY.plusDays(1), true, day(20), null, null, null)))
                .isNull();
    }

    private static @Nullable EndedByRefusal find(LedgerLine... lines) {
        return EndedByRefusal.find(List.of(lines), List.of(), null, TODAY).orElse(null);
    }

    private static LedgerLine heard(ConsentAct act, int dayOfOctober) {
        LocalDate on = day(dayOfOctober);
        return new LedgerLine(act, on, false, null, Instant.parse(on + "T01:00:00Z"), null, null);
    }

    private static LedgerLine onForm(ConsentAct act, int dayOfOctober) {
        return new LedgerLine(act, day(dayOfOctober), true, day(dayOfOctober), null, null, null);
    }

    private static LocalDate day(int ofOctober) {
        return LocalDate.of(2026, 10, ofOctober);
    }
}
