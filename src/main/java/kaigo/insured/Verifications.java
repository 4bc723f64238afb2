package kaigo.insured;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import kaigo.access.CheckAnswer;
import kaigo.access.CheckGate;
import kaigo.access.CheckPermit;
import kaigo.access.PersonKey;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import org.springframework.stereotype.Component;

/** 本人確認: whoever has the card before him may put its person into the office's 利用者一覧. */
@Component
public class Verifications {

    /** Wrong tries of an office within the time, before it has to wait [P]. */
    static final int TRIES = 5;

    static final Duration WITHIN = Duration.ofHours(1);

    private static final Set<CardItem> ASKED = EnumSet.of(CardItem.BIRTH_DATE, CardItem.SEX);

    private final CheckGate gate;
    private final VerificationStore store;
    private final InstantSource clock;

    Verifications(CheckGate gate, VerificationStore store, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    public CheckAnswer verify(InstitutionViewer viewer, PersonKey person, CardItems typed) {
        Instant now = clock.instant();
        return gate.check(
                viewer,
                person,
                permit -> compare(permit, typed, now),
                (permit, answer) -> remember(permit, answer, viewer, now));
    }

    /**
     * 利用終了: the office ends its own access at once.
     *
     * @return false if the person does not stand in its list
     */
    public boolean end(InstitutionViewer viewer, PersonKey person) {
        return gate.letGo(viewer, person, permit -> store.end(permit, clock.instant()));
    }

    private CheckAnswer compare(CheckPermit permit, CardItems typed, Instant now) {
        store.takeTurn(permit);
        if (store.countFailures(permit, now.minus(WITHIN)) >= TRIES) {
            return CheckAnswer.TOO_MANY_TRIES;
        }
        boolean right = store.find(permit, Days.of(now))
                .filter(held -> typed.agreesWith(held, ASKED))
                .isPresent();
        return right ? CheckAnswer.VERIFIED : CheckAnswer.NOT_AGREED;
    }

    private void remember(CheckPermit permit, CheckAnswer answer, InstitutionViewer viewer, Instant now) {
        if (answer == CheckAnswer.VERIFIED) {
            store.put(permit, viewer.login(), now, ViewingPeriod.endOf(Days.of(now)));
        } else if (answer == CheckAnswer.NOT_AGREED) {
            store.forgetFailures(permit, now.minus(WITHIN));
            store.addFailure(permit, now, viewer.requestId());
        }
    }
}
