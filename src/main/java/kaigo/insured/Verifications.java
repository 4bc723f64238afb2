package kaigo.insured;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kaigo.access.CheckAnswer;
import kaigo.access.CheckGate;
import kaigo.access.CheckPermit;
import kaigo.access.PersonKey;
import kaigo.access.rules.Amount;
import kaigo.access.rules.Proposals;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import org.springframework.stereotype.Component;

/** 本人確認: whoever has the card before him may put its person into the office's 利用者一覧. */
@Component
public class Verifications {

    /** Wrong tries of an office within this time count. */
    static final Duration WITHIN = Duration.ofHours(1);

    private final CheckGate gate;
    private final VerificationStore store;
    private final ViewingPeriod period;
    private final ListedChanges changes;
    private final Insurers insurers;
    private final Proposals proposals;
    private final InstantSource clock;

    Verifications(
            CheckGate gate,
            VerificationStore store,
            ViewingPeriod period,
            ListedChanges changes,
            Insurers insurers,
            Proposals proposals,
            InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.period = period;
        this.changes = changes;
        this.insurers = insurers;
        this.proposals = proposals;
        this.clock = clock;
    }

    public CheckAnswer verify(InstitutionViewer viewer, PersonKey person, CardItems typed) {
        return gate.check(
                viewer,
                person,
                permit -> unlessTooMany(permit, () -> compare(permit, typed)),
                (permit, answer) -> remember(permit, answer, viewer));
    }

    /** 利用開始日 of a municipality that has not started, if it is settled. */
    public Optional<LocalDate> findStart(InsurerNumber insurer) {
        return insurers.find(insurer).map(Insurer::startedOn).filter(day -> day.isAfter(Days.of(clock.instant())));
    }

    /**
     * 利用終了: the office ends its own access at once.
     *
     * @return false if the person does not stand in its list
     */
    public boolean end(InstitutionViewer viewer, PersonKey person) {
        return gate.letGo(viewer, person, permit -> {
            boolean ended = store.end(permit, clock.instant());
            changes.note(permit, ended ? List.of(permit.person()) : List.of());
            return ended;
        });
    }

    private CheckAnswer compare(CheckPermit permit, CardItems typed) {
        boolean right = store.find(permit, Days.of(clock.instant()))
                .filter(held -> typed.agreesWith(held, proposals.cardItems()))
                .isPresent();
        return right ? CheckAnswer.VERIFIED : CheckAnswer.NOT_AGREED;
    }

    /** Tries of an office take turns, and wait once too many were wrong: by items and by card together. */
    CheckAnswer unlessTooMany(CheckPermit permit, Supplier<CheckAnswer> compare) {
        store.takeTurn(permit);
        boolean tooMany = store.countFailures(permit, clock.instant().minus(WITHIN))
                >= proposals.amount(Amount.WRONG_CHECKS_AN_HOUR);
        return tooMany ? CheckAnswer.TOO_MANY_TRIES : compare.get();
    }

    /** What follows from an answer, in its transaction. */
    void remember(CheckPermit permit, CheckAnswer answer, InstitutionViewer viewer) {
        Instant now = clock.instant();
        if (answer == CheckAnswer.VERIFIED) {
            store.put(permit, viewer.login(), now, period.endOf(Days.of(now)));
            changes.note(permit, List.of(permit.person()));
        } else if (answer.isFailure()) {
            store.forgetFailures(permit, now.minus(WITHIN));
            store.addFailure(permit, now, viewer.requestId());
        }
    }
}
