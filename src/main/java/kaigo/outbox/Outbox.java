package kaigo.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.JobPermit;
import kaigo.access.Looked;
import kaigo.access.Permit;
import kaigo.access.PersonKey;
import kaigo.access.Purpose;
import kaigo.layout.Row;
import kaigo.outbox.rules.ItemState;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** 送付箱: the front door for those who write into it, and for the municipality that fetches and answers. */
@Component
public class Outbox {

    private static final JsonMapper JSON = new JsonMapper();

    private final Gate gate;
    private final OutboxStore store;
    private final List<AnswerListener> listeners;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Outbox(
            Gate gate,
            OutboxStore store,
            List<AnswerListener> listeners,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.listeners = listeners;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Puts a record about a person in, in the caller's transaction.
     *
     * @return its number, which is the insurer's next
     */
    public long put(Permit permit, PersonKey person, Row record, Instant now) {
        return store.add(permit, person, record.layout().interfaceId(), JSON.writeValueAsString(record.items()), now);
    }

    /** 登録結果 (P01): puts in that those of a reception are whole, in the caller's transaction. */
    public void put(JobPermit permit, ReceptionResults results, Instant now) {
        store.add(permit, results, JSON.writeValueAsString(results.record()), now);
    }

    /** They were taken by their 受付番号. */
    public void taken(InsurerPermit permit, String receiptNo) {
        store.markFetched(permit, receiptNo, clock.instant());
    }

    /**
     * What waits, has been fetched or answered, in the order of its numbers.
     *
     * @param interfaceId of one interface only, or null
     * @param since number of the last one that is known, 0 for all
     */
    public List<OutboxItem> list(InsurerViewer viewer, @Nullable String interfaceId, long since, int limit) {
        return gate.look(viewer, Purpose.READ_OUTBOX, permit -> looked(store.list(permit, interfaceId, since, limit)));
    }

    /**
     * What a page of the screen shows.
     *
     * @param only in these states, or null for all
     * @param quiet also 登録結果 in which nothing is to be done
     * @param before number of the last item of the page before, or null
     */
    public record Question(
            @Nullable ItemState only,
            boolean quiet,
            @Nullable Long before,
            int limit) {}

    /** @param open how many are in each state that waits for the municipality: WAITING, FETCHED, and RECEIVED of what is judged */
    public record Listed(List<OutboxItem> items, OpenItems open) {}

    /** The newest first. */
    public Listed list(InsurerViewer viewer, Question question) {
        return gate.look(viewer, Purpose.READ_OUTBOX, permit -> {
            List<OutboxItem> found = store.list(permit, question);
            return new Looked<>(new Listed(found, store.count(permit)), subjects(found));
        });
    }

    /** One of them with its record; from then on it counts as fetched. The same number gives the same bytes again. */
    public Optional<Fetched> fetch(InsurerViewer viewer, long number) {
        return fetch(viewer, number, Map.of());
    }

    /** The same, to be put on paper, which stands in the entry. */
    public Optional<Fetched> print(InsurerViewer viewer, long number) {
        return fetch(viewer, number, Map.of("act", "PRINTED"));
    }

    private Optional<Fetched> fetch(InsurerViewer viewer, long number, Map<String, String> detail) {
        return gate.look(
                viewer,
                Purpose.READ_OUTBOX,
                permit -> {
                    Optional<Fetched> found = store.find(permit, number);
                    return new Looked<>(
                            found, subjects(found.map(Fetched::item).stream().toList()), detail);
                },
                (permit, found) -> {
                    Instant now = clock.instant();
                    found.ifPresent(one -> store.markFetched(permit, List.of(number), now));
                    return found.map(one -> new Fetched(one.item().fetched(now), one.record()));
                });
    }

    /** All of an interface that were not fetched yet, at most so many, in the order of their numbers; then they are. */
    public List<Fetched> fetchWaiting(InsurerViewer viewer, String interfaceId, int limit) {
        return gate.look(
                viewer,
                Purpose.READ_OUTBOX,
                permit -> {
                    List<Fetched> found = store.listWaiting(permit, interfaceId, limit);
                    return new Looked<>(
                            found, subjects(found.stream().map(Fetched::item).toList()));
                },
                (permit, found) -> {
                    store.markFetched(
                            permit,
                            found.stream().map(one -> one.item().number()).toList(),
                            clock.instant());
                    return found;
                });
    }

    /** @param record items by code, JSON */
    public record Fetched(OutboxItem item, String record) {}

    /** What became of an answer. */
    public sealed interface Reply {
        record Taken(OutboxItem item) implements Reply {}

        /** It cannot be answered like this, in its state. */
        record NotNow(OutboxItem item) implements Reply {}

        record Absent() implements Reply {}
    }

    /** 受領・受理・差戻し; the same answer again changes nothing. */
    public Reply answer(InsurerViewer viewer, long number, OutboxAnswer answer) {
        return gate.act(
                viewer,
                Purpose.ANSWER_OUTBOX,
                permit -> subjects(
                        store.find(permit, number).map(Fetched::item).stream().toList()),
                permit -> transaction.execute(status -> answer(permit, viewer, number, answer)));
    }

    private Reply answer(InsurerPermit permit, InsurerViewer viewer, long number, OutboxAnswer answer) {
        Optional<OutboxItem> found = store.lock(permit, number);
        if (found.isEmpty()) {
            return new Reply.Absent();
        }
        OutboxItem item = found.get();
        if (item.state().after(answer.answer(), item.interfaceId()).isEmpty()) {
            return new Reply.NotNow(item);
        }
        if (item.state() != answer.answer().state()) {
            store.answer(permit, number, answer, clock.instant(), viewer.actor());
            listeners.stream()
                    .filter(one -> one.interfaceId().equals(item.interfaceId()))
                    .forEach(one -> one.answered(permit, item));
        }
        return new Reply.Taken(store.lock(permit, number).orElseThrow());
    }

    private static Looked<List<OutboxItem>> looked(List<OutboxItem> found) {
        return new Looked<>(found, subjects(found));
    }

    private static List<String> subjects(List<OutboxItem> found) {
        return found.stream()
                .map(OutboxItem::insuredNumber)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
