package kaigo.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kaigo.access.ConsentPermit;
import kaigo.access.Gate;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.layout.Row;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 送付箱: the front door for those who write into it, and for the municipality that fetches. */
@Component
public class Outbox {

    private static final JsonMapper JSON = new JsonMapper();

    private final Gate gate;
    private final OutboxStore store;
    private final InstantSource clock;

    Outbox(Gate gate, OutboxStore store, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    /** Puts a record in, in the caller's transaction. */
    public void put(ConsentPermit permit, Row record, Instant now) {
        store.add(permit, record.layout().interfaceId(), JSON.writeValueAsString(record.items()), now);
    }

    /**
     * What waits or has been fetched, in the order of its numbers.
     *
     * @param interfaceId of one interface only, or null
     * @param since number of the last one that is known, 0 for all
     */
    public List<OutboxItem> list(InsurerViewer viewer, @Nullable String interfaceId, long since, int limit) {
        return gate.look(viewer, Purpose.READ_OUTBOX, permit -> {
            List<OutboxItem> found = store.list(permit, interfaceId, since, limit);
            return new Looked<>(
                    found,
                    found.stream().map(OutboxItem::insuredNumber).distinct().toList());
        });
    }

    /** One of them with its record; from then on it counts as fetched. The same number gives the same bytes again. */
    public Optional<Fetched> fetch(InsurerViewer viewer, long number) {
        return gate.look(
                viewer,
                Purpose.READ_OUTBOX,
                permit -> {
                    Optional<Fetched> found = store.find(permit, number);
                    List<String> subjects = found.map(one -> one.item().insuredNumber()).stream()
                            .toList();
                    return new Looked<>(found, subjects);
                },
                (permit, found) -> {
                    found.ifPresent(one -> store.markFetched(permit, number, clock.instant()));
                    return found;
                });
    }

    /** @param record items by code, JSON */
    public record Fetched(OutboxItem item, String record) {}
}
