package kaigo.checkup.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kaigo.checkup.StepWords;
import kaigo.checkup.rules.Facts.Account;
import kaigo.checkup.rules.Facts.Certificate;
import kaigo.checkup.rules.Facts.Mail;
import kaigo.checkup.rules.Facts.Place;
import kaigo.checkup.rules.Facts.Second;
import kaigo.checkup.rules.Facts.Towns;
import kaigo.checkup.rules.Found.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayInTest {

    private static final Place GOOD_PLACE = new Place(true, true, true);

    @ParameterizedTest
    @CsvSource({
        "MISSING, CERTIFICATE_SHOWN, 0",
        "OTHER_ISSUER, CERTIFICATE_ISSUER, 1",
        "UNKNOWN, CERTIFICATE_REGISTERED, 2",
        "REVOKED, CERTIFICATE_NOT_REVOKED, 3",
        "EXPIRED, CERTIFICATE_NOT_EXPIRED, 4",
        "OF_NO_INSTITUTION, CERTIFICATE_OF_INSTITUTION, 5",
        "OF_ANOTHER, CERTIFICATE_OF_INSTITUTION, 5"
    })
    void a_certificate_passes_each_step_before_the_one_that_fails(Certificate certificate, Step stuck, int passed) {
        List<Found> steps = WayIn.steps(facts(certificate, Optional.empty(), Account.OPEN, Mail.OPEN));
        assertThat(WayIn.firstFailure(steps).orElseThrow().step()).isEqualTo(stuck);
        assertThat(steps.stream().filter(one -> one.result() == Result.PASSED)).hasSize(passed);
        assertThat(steps.stream().filter(one -> one.result() == Result.FAILED)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, INSTITUTION_KNOWN",
        "true, false, true, INSTITUTION_ACTIVE",
        "true, true, false, SERVICES"
    })
    void an_institution_is_known_then_active_then_designated(
            boolean known, boolean active, boolean services, Step stuck) {
        Place place = new Place(known, active, services);
        List<Found> steps = WayIn.steps(facts(Certificate.GOOD, Optional.of(place), Account.GOOD, Mail.SENT));
        assertThat(WayIn.firstFailure(steps).orElseThrow().step()).isEqualTo(stuck);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, OPEN, PASSWORD",
        "ABSENT, OPEN, PASSWORD",
        "LOCKED, OPEN, ACCOUNT_ACTIVE",
        "STOPPED, OPEN, ACCOUNT_ACTIVE",
        "INITIAL_OVER, OPEN, PASSWORD_OWN",
        "GOOD, NO_ADDRESS, MAIL_ADDRESS",
        "GOOD, NOT_SENT, MAIL_SENT",
        "INITIAL, NOT_SENT, MAIL_SENT"
    })
    void an_account_is_stuck_at_one_step(Account account, Mail mail, Step stuck) {
        List<Found> steps = WayIn.steps(facts(Certificate.GOOD, Optional.of(GOOD_PLACE), account, mail));
        assertThat(WayIn.firstFailure(steps).orElseThrow().step()).isEqualTo(stuck);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, ATTENTION", "2, 0, ATTENTION", "2, 1, ATTENTION", "2, 2, PASSED"})
    void municipalities_that_have_not_started_are_no_fault(int all, int started, Result result) {
        Facts facts = new Facts(
                Certificate.GOOD,
                Optional.of(GOOD_PLACE),
                Account.GOOD,
                Mail.SENT,
                Second.PASSED,
                Optional.of(true),
                Optional.of(new Towns(all, started)));
        List<Found> steps = WayIn.steps(facts);
        assertThat(steps.getLast().result()).isEqualTo(result);
        assertThat(WayIn.firstFailure(steps)).isEmpty();
    }

    @Test
    void whoever_got_in_with_a_passkey_is_not_stuck_for_want_of_an_address() {
        Facts facts = new Facts(
                Certificate.GOOD,
                Optional.of(GOOD_PLACE),
                Account.GOOD,
                Mail.NO_ADDRESS,
                Second.PASSED,
                Optional.of(true),
                Optional.empty());
        List<Found> steps = WayIn.steps(facts);
        assertThat(WayIn.firstFailure(steps)).isEmpty();
        collect(facts, new ArrayList<>());
    }

    @Test
    void each_step_stands_once_in_its_order() {
        assertThat(WayIn.steps(Facts.none()).stream().map(Found::step)).containsExactly(Step.values());
        assertThat(WayIn.steps(Facts.none()).stream().map(Found::result)).containsOnly(Result.OPEN);
    }

    /** Whatever can be wrong says what, and what to do next. */
    @Test
    void every_failure_has_its_words() {
        List<String> silent = new ArrayList<>();
        for (Certificate certificate : Certificate.values()) {
            for (Account account : Account.values()) {
                for (Mail mail : Mail.values()) {
                    collect(facts(certificate, Optional.of(new Place(false, false, false)), account, mail), silent);
                }
            }
        }
        for (Second second : Second.values()) {
            for (Towns towns : List.of(new Towns(0, 0), new Towns(1, 0), new Towns(2, 1))) {
                collect(
                        new Facts(
                                Certificate.GOOD,
                                Optional.of(new Place(true, false, false)),
                                Account.GOOD,
                                Mail.SENT,
                                second,
                                Optional.of(false),
                                Optional.of(towns)),
                        silent);
            }
        }
        collect(facts(Certificate.GOOD, Optional.of(new Place(true, true, false)), Account.GOOD, Mail.SENT), silent);
        assertThat(silent).isEmpty();
    }

    private static void collect(Facts facts, List<String> silent) {
        for (Found found : WayIn.steps(facts)) {
            boolean wrong = found.result() == Result.FAILED || found.result() == Result.ATTENTION;
            if (wrong
                    && (StepWords.text(found).isEmpty() || StepWords.next(found).isEmpty())) {
                silent.add(found.step() + " " + found.why());
            }
            assertThat(StepWords.title(found)).isNotEmpty();
        }
    }

    private static Facts facts(Certificate certificate, Optional<Place> place, Account account, Mail mail) {
        return new Facts(certificate, place, account, mail, Second.OPEN, Optional.empty(), Optional.empty());
    }
}
