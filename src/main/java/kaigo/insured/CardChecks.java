package kaigo.insured;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import kaigo.access.CheckAnswer;
import kaigo.access.CheckGate;
import kaigo.access.CheckPermit;
import kaigo.access.PersonKey;
import kaigo.access.rules.Amount;
import kaigo.access.rules.Proposals;
import kaigo.identity.CardChallenge;
import kaigo.identity.CardReaders;
import kaigo.identity.ReadCard;
import kaigo.keys.KeyRing;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * マイナンバーカードによる本人確認: a reader of the office asserts that it has read a card, the オンライン資格確認 says whose, and
 * the person stands in the 利用者一覧 as by the four items: the same gate, the same limit, one entry for each try.
 */
@Component
public class CardChecks {

    private final CheckGate gate;
    private final Verifications verifications;
    private final CardReaders readers;
    private final ObjectProvider<CardLookup> lookup;
    private final OwnFiles files;
    private final Insurers insurers;
    private final KeyRing keys;
    private final Proposals proposals;
    private final InstantSource clock;

    CardChecks(
            CheckGate gate,
            Verifications verifications,
            CardReaders readers,
            ObjectProvider<CardLookup> lookup,
            OwnFiles files,
            Insurers insurers,
            KeyRing keys,
            Proposals proposals,
            InstantSource clock) {
        this.gate = gate;
        this.verifications = verifications;
        this.readers = readers;
        this.lookup = lookup;
        this.files = files;
        this.insurers = insurers;
        this.keys = keys;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** What the reader is to sign. */
    public CardChallenge begin(InstitutionViewer viewer) {
        return readers.begin(viewer, life());
    }

    public CardResult verify(InstitutionViewer viewer, String assertion) {
        CardLookup source = lookup.getIfAvailable();
        if (source == null) {
            return refused(viewer, CheckAnswer.CARD_NOT_OFFERED);
        }
        Optional<ReadCard> card = readers.accept(viewer, assertion, life());
        if (card.isEmpty()) {
            return refused(viewer, CheckAnswer.CARD_NOT_READ);
        }
        try {
            Optional<PersonKey> person = source.redeem(card.get().ticket(), viewer.institution())
                    .map(keys::hashPmhKey)
                    .flatMap(key -> files.findCurrent(key, Days.of(clock.instant())));
            return check(viewer, card.get(), person);
        } catch (CardLookupUnavailable away) {
            return refused(viewer, CheckAnswer.CARD_LOOKUP_AWAY);
        }
    }

    private CardResult check(InstitutionViewer viewer, ReadCard card, Optional<PersonKey> person) {
        CheckAnswer found = person.isPresent() ? CheckAnswer.VERIFIED : CheckAnswer.CARD_NOT_LINKED;
        CheckAnswer answer = gate.checkCard(
                viewer,
                person,
                permit -> judge(permit, viewer, card, found),
                (permit, told) -> verifications.remember(permit, told, viewer));
        return result(answer, person);
    }

    /** The challenge is used up in the transaction that writes what follows: of two answers to it one counts. */
    private CheckAnswer judge(CheckPermit permit, InstitutionViewer viewer, ReadCard card, CheckAnswer found) {
        return verifications.unlessTooMany(permit, () -> readers.use(viewer, card) ? found : CheckAnswer.CARD_NOT_READ);
    }

    private CardResult refused(InstitutionViewer viewer, CheckAnswer why) {
        CheckAnswer answer = gate.checkCard(
                viewer,
                Optional.empty(),
                permit -> verifications.unlessTooMany(permit, () -> why),
                (permit, told) -> verifications.remember(permit, told, viewer));
        return result(answer, Optional.empty());
    }

    private CardResult result(CheckAnswer answer, Optional<PersonKey> person) {
        return switch (answer) {
            case VERIFIED -> new CardResult(answer, person.orElseThrow(), null);
            case MUNICIPALITY_NOT_STARTED ->
                new CardResult(
                        answer,
                        null,
                        person.flatMap(one -> insurers.find(one.insurer()))
                                .map(Insurer::startedOn)
                                .orElse(null));
            default -> new CardResult(answer, null, null);
        };
    }

    private Duration life() {
        return Duration.ofSeconds(proposals.amount(Amount.CARD_CHALLENGE_SECONDS));
    }
}
