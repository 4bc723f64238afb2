package kaigo.outbox;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import kaigo.access.Gate;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.layout.Layouts;
import kaigo.outbox.rules.ItemState;
import kaigo.screens.ScreenText;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 受け付ける電子送付: what a municipality takes by this way, and from when on (rulings 36). What it has not spoken of, it takes. */
@Component
public class Receptions {

    private final Gate gate;
    private final ReceptionStore store;
    private final DigestStore digests;
    private final InstantSource clock;

    Receptions(Gate gate, ReceptionStore store, DigestStore digests, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.digests = digests;
        this.clock = clock;
    }

    /** @param until the day from which it is taken, or null if that is not known */
    public record Closed(@Nullable LocalDate until) {}

    /** The day from which it is taken as a sentence for whoever is refused; empty if it is not known. */
    public static String takesFrom(@Nullable LocalDate until) {
        return until == null ? "" : ScreenText.text("filing.takesFrom", JapaneseDates.both(until));
    }

    /** @param closed null: it is taken */
    public record Reception(String interfaceId, @Nullable Closed closed) {}

    /** @return null if the insurer takes it on this day */
    public @Nullable Closed findClosed(InsurerNumber insurer, String interfaceId, LocalDate day) {
        return store.find(insurer, interfaceId).stream()
                .filter(closed -> closed.until() == null || day.isBefore(closed.until()))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param taken each that the municipality judges and that is sent by now
     * @param address where it is told that something waits, or null
     */
    public record Settings(List<Reception> taken, @Nullable String address) {}

    public Settings read(InsurerViewer viewer) {
        return gate.look(
                viewer,
                Purpose.READ_OUTBOX,
                permit -> Looked.aboutNobody(new Settings(
                        list(viewer.insurer()), digests.findAddress(permit).orElse(null))));
    }

    private List<Reception> list(InsurerNumber insurer) {
        LocalDate today = Days.of(clock.instant());
        return ItemState.judged().stream()
                .filter(id -> Layouts.newest(id).isPresent())
                .sorted()
                .map(id -> new Reception(id, findClosed(insurer, id, today)))
                .toList();
    }

    /**
     * Throws IllegalArgumentException for an interface that nobody sends.
     *
     * @param closed null: it is taken from now on
     */
    public void set(InsurerViewer viewer, String interfaceId, @Nullable Closed closed) {
        if (!ItemState.isJudged(interfaceId)) {
            throw new IllegalArgumentException("nobody sends " + interfaceId);
        }
        gate.act(viewer, Purpose.SET_RECEPTION, List.of(), permit -> {
            if (closed == null) {
                store.open(permit, interfaceId);
            } else {
                store.close(permit, interfaceId, closed, clock.instant(), viewer.actor());
            }
            return closed;
        });
    }
}
