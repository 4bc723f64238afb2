package kaigo.insured;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.insured.LinkCaseStore.NewEntry;
import kaigo.insured.rules.LinkChoice;
import kaigo.insured.rules.LinkEnd;
import kaigo.insured.rules.LinkQuestion;
import kaigo.insured.rules.LinkStep;
import kaigo.shared.InsurerViewer;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 連携できない方: the front door to the cases in which no PMHキー could be got. A case is open as long as the link has an
 * error, and closes by itself when a newer M01 links the person; what staff answered is kept (rulings 33).
 */
@Component
public class LinkCases {

    private final Gate gate;
    private final LinkCaseStore store;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    LinkCases(Gate gate, LinkCaseStore store, PlatformTransactionManager transactions, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** For a page of another room, within its look: an answer has one entry. */
    public CaseCounts count(InsurerPermit permit) {
        return store.count(permit);
    }

    /** @param offset of the first row; beyond the end, as when others settled some meanwhile, the last page comes */
    public CaseList list(InsurerViewer viewer, CaseKind kind, int offset, int limit) {
        return gate.look(viewer, Purpose.LIST_LINK_CASES, permit -> {
            CaseCounts counts = store.count(permit);
            int last = Math.max(0, (counts.of(kind) - 1) / limit * limit);
            CaseList list = new CaseList(counts, store.list(permit, kind, Math.min(offset, last), limit));
            return new Looked<>(
                    list, list.rows().stream().map(CaseList.Row::insuredNumber).toList());
        });
    }

    /** A case and the records to send at its present step, as {@link SampleRecord} writes them. */
    public record Found(LinkCase linkCase, List<String> samples) {}

    /** Empty if there is no such person or never was anything to link. */
    public Optional<Found> find(InsurerViewer viewer, String insuredNumber) {
        return gate.look(viewer, Purpose.READ_LINK_CASE, permit -> {
            Optional<Found> found = read(permit, insuredNumber).map(one -> new Found(one, samples(permit, one)));
            return new Looked<>(found, found.isPresent() ? List.of(insuredNumber) : List.of());
        });
    }

    private Optional<LinkCase> read(InsurerPermit permit, String insuredNumber) {
        LinkCase.Link link = store.findLink(permit, insuredNumber).orElse(null);
        List<CaseEntry> history = store.listEntries(permit, insuredNumber, link);
        return store.findPerson(permit, insuredNumber)
                .map(person -> new LinkCase(person, link, history))
                .filter(one -> one.link() != null || !one.history().isEmpty());
    }

    private List<String> samples(InsurerPermit permit, LinkCase one) {
        List<UpdateType> toSend = one.person().isDeleted() ? List.of(UpdateType.CREATE) : toSend(one.step());
        return toSend.isEmpty()
                ? List.of()
                : SampleRecord.lines(store.record(permit, one.person().insuredNumber()), toSend);
    }

    private static List<UpdateType> toSend(@Nullable LinkStep step) {
        return step instanceof LinkStep.End end ? end.end().toSend() : List.of();
    }

    /**
     * Answers the open question. False, and nothing is kept, if a colleague was faster or the case has moved on.
     *
     * @param seen {@link LinkCase#lastEntry()} of what the viewer saw
     */
    public boolean answer(
            InsurerViewer viewer, String insuredNumber, int seen, LinkQuestion question, LinkChoice choice) {
        Predicate<LinkCase> fits = one -> one.step() instanceof LinkStep.Ask ask
                && ask.question() == question
                && question.choices().contains(choice);
        return settle(viewer, insuredNumber, seen, (permit, one) -> {
            if (!fits.test(one) || one.link() == null) {
                return false;
            }
            store.add(permit, insuredNumber, one.link(), entry(viewer, one, question.name(), choice, null));
            return true;
        });
    }

    /** Records 適用除外 or 確認できない, where the steps have ended there. */
    public boolean record(InsurerViewer viewer, String insuredNumber, int seen, String note) {
        return settle(viewer, insuredNumber, seen, (permit, one) -> {
            LinkEnd end = one.step() instanceof LinkStep.End ended ? ended.end() : null;
            LinkState lasting = end == null ? null : end.lasting();
            if (end == null || lasting == null || one.link() == null) {
                return false;
            }
            store.add(permit, insuredNumber, one.link(), entry(viewer, one, end.name(), LinkChoice.RECORDED, note));
            store.setState(permit, insuredNumber, lasting);
            return true;
        });
    }

    /** Takes the last answer, or the recording of a lasting state, back. */
    public boolean takeBack(InsurerViewer viewer, String insuredNumber, int seen) {
        return settle(viewer, insuredNumber, seen, (permit, one) -> {
            List<CaseEntry> current = one.current();
            boolean moves = one.step() != null || one.isLasting();
            if (current.isEmpty() || !moves) {
                return false;
            }
            Instant now = clock.instant();
            CaseEntry last = current.getLast();
            store.takeBack(permit, insuredNumber, last.number(), viewer.actor(), now);
            if (last.choice() == LinkChoice.RECORDED) {
                store.setState(permit, insuredNumber, LinkState.NOT_REGISTERED);
            }
            return true;
        });
    }

    private interface Change {
        boolean apply(InsurerPermit permit, LinkCase one);
    }

    private boolean settle(InsurerViewer viewer, String insuredNumber, int seen, Change change) {
        return gate.act(
                viewer,
                Purpose.SETTLE_LINK_CASE,
                List.of(insuredNumber),
                permit -> transaction.execute(status -> {
                    store.hold(permit, insuredNumber);
                    return read(permit, insuredNumber)
                            .filter(one -> one.lastEntry() == seen)
                            .map(one -> change.apply(permit, one))
                            .orElse(false);
                }));
    }

    private NewEntry entry(InsurerViewer viewer, LinkCase one, String step, LinkChoice choice, @Nullable String note) {
        return new NewEntry(one.lastEntry() + 1, step, choice, note, viewer.actor(), clock.instant());
    }
}
