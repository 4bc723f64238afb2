package kaigo.viewing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kaigo.access.FilePermit;
import kaigo.access.InsurerPermit;
import kaigo.access.Onlookers;
import kaigo.access.Onlookers.Onlooker;
import kaigo.access.Opened;
import kaigo.access.OwnInsuredGate;
import kaigo.access.PersonKey;
import kaigo.consent.ConsentStates;
import kaigo.consent.LedgerEntry;
import kaigo.consent.Ledgers;
import kaigo.insured.OwnInsured;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import kaigo.viewing.PersonFiles.ConsentCourse;
import kaigo.viewing.PersonFiles.Leaf;
import org.springframework.stereotype.Component;

/** 保険者の被保険者詳細: the same tabs as an office's, and what only the insurer may know (rulings 47). */
@Component
public class InsuredFiles {

    private final OwnInsuredGate gate;
    private final PersonFiles files;
    private final OwnInsured persons;
    private final ConsentStates consents;
    private final Ledgers ledgers;
    private final Onlookers onlookers;
    private final InstantSource clock;

    InsuredFiles(
            OwnInsuredGate gate,
            PersonFiles files,
            OwnInsured persons,
            ConsentStates consents,
            Ledgers ledgers,
            Onlookers onlookers,
            InstantSource clock) {
        this.gate = gate;
        this.files = files;
        this.persons = persons;
        this.consents = consents;
        this.ledgers = ledgers;
        this.onlookers = onlookers;
        this.clock = clock;
    }

    /**
     * @param isProtected 支援措置
     * @param ledger every entry, on the tab of the consent
     * @param onlookers on their tab
     */
    public record OwnLeaf(Leaf leaf, boolean isProtected, List<LedgerEntry> ledger, List<Onlooker> onlookers) {}

    /** None of somebody who is not insured there. */
    public Optional<Opened<OwnLeaf>> openTab(InsurerViewer viewer, InsuredNumber insured, Tab tab) {
        return gate.open(viewer, insured, tab.kinds(), (own, permit) -> leaf(own, permit, insured, tab));
    }

    private OwnLeaf leaf(InsurerPermit own, FilePermit permit, InsuredNumber insured, Tab tab) {
        Instant now = clock.instant();
        return new OwnLeaf(
                files.leaf(
                        permit,
                        tab,
                        Optional.empty(),
                        Optional.empty(),
                        tab == Tab.CONSENT ? course(own, permit, insured) : Optional.empty()),
                persons.isProtected(own, insured),
                tab == Tab.CONSENT ? ledgers.list(own, insured) : List.of(),
                tab == Tab.ONLOOKERS ? onlookers.list(own, new PersonKey(own.insurer(), insured), now) : List.of());
    }

    /** What was said stands in the ledger, whole. */
    private Optional<ConsentCourse> course(InsurerPermit own, FilePermit permit, InsuredNumber insured) {
        return consents.find(permit).map(state -> new ConsentCourse(state, List.of(), ledgers.listNotes(own, insured)));
    }
}
