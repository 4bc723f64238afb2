package kaigo.checkup.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kaigo.checkup.rules.Facts.Account;
import kaigo.checkup.rules.Facts.Certificate;
import kaigo.checkup.rules.Facts.Place;
import kaigo.checkup.rules.Facts.Second;
import kaigo.checkup.rules.Facts.Towns;
import kaigo.checkup.rules.Found.Result;

/** 入口までの段階: every step with its result. Nothing here looks anything up. */
public final class WayIn {

    private static final List<Step> OF_CERTIFICATE = List.of(
            Step.CERTIFICATE_SHOWN,
            Step.CERTIFICATE_ISSUER,
            Step.CERTIFICATE_REGISTERED,
            Step.CERTIFICATE_NOT_REVOKED,
            Step.CERTIFICATE_NOT_EXPIRED,
            Step.CERTIFICATE_OF_INSTITUTION);

    private enum Why {
        NO,
        PASSKEY_ONLY,
        NO_USERS,
        NONE_STARTED,
        SOME_NOT_STARTED
    }

    private WayIn() {}

    /** All of them, in their order. */
    public static List<Found> steps(Facts facts) {
        List<Found> found = new ArrayList<>(certificate(facts.certificate()));
        found.addAll(place(facts.place()));
        found.addAll(account(facts.account()));
        found.addAll(second(facts));
        found.add(facts.jobs()
                .map(set -> set ? Found.passed(Step.JOBS) : Found.failed(Step.JOBS, Why.NO))
                .orElse(Found.open(Step.JOBS)));
        found.add(facts.towns().map(WayIn::towns).orElse(Found.open(Step.MUNICIPALITIES)));
        return List.copyOf(found);
    }

    /** Where one is stuck. */
    public static Optional<Found> firstFailure(List<Found> steps) {
        return steps.stream().filter(one -> one.result() == Result.FAILED).findFirst();
    }

    private static List<Found> certificate(Certificate certificate) {
        Step stuck = switch (certificate) {
            case OPEN, GOOD -> null;
            case MISSING -> Step.CERTIFICATE_SHOWN;
            case OTHER_ISSUER -> Step.CERTIFICATE_ISSUER;
            case UNKNOWN -> Step.CERTIFICATE_REGISTERED;
            case REVOKED -> Step.CERTIFICATE_NOT_REVOKED;
            case EXPIRED -> Step.CERTIFICATE_NOT_EXPIRED;
            case OF_NO_INSTITUTION, OF_ANOTHER -> Step.CERTIFICATE_OF_INSTITUTION;
        };
        List<Found> found = new ArrayList<>();
        for (Step step : OF_CERTIFICATE) {
            boolean passed = certificate == Certificate.GOOD
                    || (stuck != null && OF_CERTIFICATE.indexOf(step) < OF_CERTIFICATE.indexOf(stuck));
            if (step == stuck) {
                found.add(Found.failed(step, certificate));
            } else {
                found.add(passed ? Found.passed(step) : Found.open(step));
            }
        }
        return found;
    }

    private static List<Found> place(Optional<Place> place) {
        if (place.isEmpty()) {
            return List.of(
                    Found.open(Step.INSTITUTION_KNOWN), Found.open(Step.INSTITUTION_ACTIVE), Found.open(Step.SERVICES));
        }
        Place one = place.get();
        return List.of(
                one.known() ? Found.passed(Step.INSTITUTION_KNOWN) : Found.failed(Step.INSTITUTION_KNOWN, Why.NO),
                after(one.known(), one.active(), Step.INSTITUTION_ACTIVE),
                after(one.known() && one.active(), one.services(), Step.SERVICES));
    }

    private static Found after(boolean before, boolean good, Step step) {
        if (!before) {
            return Found.open(step);
        }
        return good ? Found.passed(step) : Found.failed(step, Why.NO);
    }

    private static List<Found> account(Account account) {
        Found password = switch (account) {
            case OPEN -> Found.open(Step.PASSWORD);
            case REFUSED, ABSENT -> Found.failed(Step.PASSWORD, account);
            case LOCKED, STOPPED, INITIAL_OVER, INITIAL, GOOD -> Found.passed(Step.PASSWORD);
        };
        Found active = switch (account) {
            case OPEN, REFUSED, ABSENT -> Found.open(Step.ACCOUNT_ACTIVE);
            case LOCKED, STOPPED -> Found.failed(Step.ACCOUNT_ACTIVE, account);
            case INITIAL_OVER, INITIAL, GOOD -> Found.passed(Step.ACCOUNT_ACTIVE);
        };
        Found own = switch (account) {
            case OPEN, REFUSED, ABSENT, LOCKED, STOPPED -> Found.open(Step.PASSWORD_OWN);
            case INITIAL_OVER -> Found.failed(Step.PASSWORD_OWN, account);
            case INITIAL -> Found.attention(Step.PASSWORD_OWN, account);
            case GOOD -> Found.passed(Step.PASSWORD_OWN);
        };
        return List.of(password, active, own);
    }

    private static List<Found> second(Facts facts) {
        Found address = switch (facts.mail()) {
            case OPEN -> Found.open(Step.MAIL_ADDRESS);
            case NO_ADDRESS ->
                facts.second() == Second.PASSED
                        ? Found.attention(Step.MAIL_ADDRESS, Why.PASSKEY_ONLY)
                        : Found.failed(Step.MAIL_ADDRESS, Why.NO);
            case ADDRESS, NOT_SENT, SENT -> Found.passed(Step.MAIL_ADDRESS);
        };
        Found sent = switch (facts.mail()) {
            case OPEN, NO_ADDRESS, ADDRESS -> Found.open(Step.MAIL_SENT);
            case NOT_SENT -> Found.failed(Step.MAIL_SENT, Why.NO);
            case SENT -> Found.passed(Step.MAIL_SENT);
        };
        Found second = switch (facts.second()) {
            case OPEN -> Found.open(Step.SECOND_STEP);
            case WRONG -> Found.failed(Step.SECOND_STEP, Second.WRONG);
            case PASSED -> Found.passed(Step.SECOND_STEP);
        };
        return List.of(address, sent, second);
    }

    /** Nobody in the list yet is no fault. */
    private static Found towns(Towns towns) {
        if (towns.all() == 0) {
            return Found.attention(Step.MUNICIPALITIES, Why.NO_USERS);
        }
        if (towns.started() == towns.all()) {
            return Found.passed(Step.MUNICIPALITIES);
        }
        return Found.attention(Step.MUNICIPALITIES, towns.started() == 0 ? Why.NONE_STARTED : Why.SOME_NOT_STARTED);
    }
}
