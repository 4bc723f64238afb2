package kaigo.opinion;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kaigo.access.Gate;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.opinion.rules.Fees;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Component;

/** 意見書作成料の表: what an insurer pays, from which day on; where it has said nothing, what is usual is suggested. */
@Component
public class FeeTables {

    private final Gate gate;
    private final FeeStore store;
    private final InstantSource clock;

    FeeTables(Gate gate, FeeStore store, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    /** @param from 作成依頼日 from which on it counts */
    public record Dated(LocalDate from, Fees fees) {}

    /** What the insurer has set for a letter that was asked for on that day. */
    Optional<Fees> find(InsurerNumber insurer, LocalDate day) {
        return store.find(insurer, day);
    }

    /** The insurer's own, the newest first. */
    public List<Dated> list(InsurerViewer viewer) {
        return gate.look(viewer, Purpose.SET_FEES, permit -> Looked.aboutNobody(store.list(permit)));
    }

    /** Takes the place of what was set from the same day on. */
    public void set(InsurerViewer viewer, Dated table) {
        Instant now = clock.instant();
        gate.act(viewer, Purpose.SET_FEES, List.of(), permit -> {
            store.set(permit, table, now, viewer.actor());
            return table;
        });
    }

    public void remove(InsurerViewer viewer, LocalDate from) {
        gate.act(viewer, Purpose.SET_FEES, List.of(), permit -> {
            store.remove(permit, from);
            return from;
        });
    }
}
