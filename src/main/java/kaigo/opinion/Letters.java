package kaigo.opinion;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kaigo.access.LetterGate;
import kaigo.access.LetterGate.Found;
import kaigo.access.LetterPermit;
import kaigo.access.PersonKey;
import kaigo.opinion.rules.LetterAct;
import kaigo.opinion.rules.LetterCheck;
import kaigo.opinion.rules.LetterState;
import kaigo.opinion.rules.LetterStep;
import kaigo.outbox.Outbox;
import kaigo.outbox.Receptions;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.MyNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 主治医意見書の作成と電送: the front door of an institution that writes opinions. Sending one and what tells the municipality of it
 * (P02) are one transaction.
 */
@Component
public class Letters {

    private final LetterGate gate;
    private final LetterStore store;
    private final Outbox outbox;
    private final Receptions receptions;
    private final InstantSource clock;

    Letters(LetterGate gate, LetterStore store, Outbox outbox, Receptions receptions, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.outbox = outbox;
        this.receptions = receptions;
        this.clock = clock;
    }

    /**
     * 参照して入力: fills what is empty in a draft from what was written before; what was typed stays.
     *
     * @param from the other letter of the institution about the same person
     */
    public LetterAnswer fill(InstitutionViewer viewer, UUID id, UUID from, int seen) {
        return work(viewer, id, LetterAct.SAVE, seen, (permit, letter) -> {
            Map<String, String> earlier = store.listOthers(permit, letter, LetterDesk.OTHERS).stream()
                    .filter(other -> other.id().equals(from))
                    .findFirst()
                    .map(Letter::items)
                    .orElse(Map.of());
            fill(permit, letter, earlier, viewer.actor());
        });
    }

    /** The same from an opinion that somebody else wrote, which has passed the gate of its own. */
    public LetterAnswer fill(InstitutionViewer viewer, UUID id, Map<String, String> earlier, int seen) {
        return work(
                viewer, id, LetterAct.SAVE, seen, (permit, letter) -> fill(permit, letter, earlier, viewer.actor()));
    }

    private void fill(LetterPermit permit, Letter letter, Map<String, String> earlier, String by) {
        Map<String, String> items = new LinkedHashMap<>(LetterStep.carriedOver(earlier));
        items.putAll(letter.items());
        items.values().removeIf(MyNumber::mayStandIn);
        store.save(permit, letter, items, clock.instant(), by);
    }

    /**
     * What came of a beginning.
     *
     * @param letter as it is now; null where nothing was begun
     */
    public record Begun(
            LetterAnswer answer,
            @Nullable Letter letter,
            @Nullable LocalDate takesFrom) {}

    /**
     * 入力から始める: blind, nothing is looked up of the person (rulings 38). One that was begun before is gone on with.
     *
     * @param items to be saved in it, as by {@link #save}; may be empty
     */
    public Begun begin(InstitutionViewer viewer, PersonKey person, LocalDate requestedOn, Map<String, String> items) {
        Letter[] letter = {null};
        LetterAnswer answer = gate.write(viewer, person, new LetterTrial(false, "BEGIN") {
            @Override
            public @Nullable LetterAnswer judge(LetterPermit permit) {
                if (closed(person) != null) {
                    return LetterAnswer.NOT_TAKEN;
                }
                letter[0] = store.lockBegun(permit, person, requestedOn).orElse(null);
                boolean isFixed = letter[0] != null
                        && !items.isEmpty()
                        && !letter[0].state().can(LetterAct.SAVE);
                return isFixed ? LetterAnswer.NOT_NOW : null;
            }

            @Override
            void act(LetterPermit permit) {
                if (letter[0] == null) {
                    UUID id = store.begin(permit, person, requestedOn, clock.instant(), viewer.actor());
                    letter[0] = store.find(permit, id).orElseThrow();
                }
                if (!items.isEmpty()) {
                    save(permit, letter[0], items, viewer);
                    letter[0] = store.find(permit, letter[0].id()).orElseThrow();
                }
            }
        });
        Receptions.Closed closed = answer == LetterAnswer.NOT_TAKEN ? closed(person) : null;
        return new Begun(answer, letter[0], closed == null ? null : closed.until());
    }

    private Receptions.@Nullable Closed closed(PersonKey person) {
        return receptions.findClosed(person.insurer(), P02Record.INTERFACE, Days.of(clock.instant()));
    }

    /**
     * Saves what was typed, whatever it is, but for what may be a マイナンバー.
     *
     * @param changed of the step that was filled in, by code; the others stay
     * @param seen {@link Letter#saved} of what the typist saw
     */
    public Saved save(InstitutionViewer viewer, UUID id, Map<String, String> changed, int seen) {
        Doing doing = new Doing(LetterAct.SAVE, letter -> LetterAct.SAVE, seen);
        return work(viewer, id, doing, (permit, letter) -> save(permit, letter, changed, viewer));
    }

    /** Saves into one that nobody may type in any more: back to the draft, or a new version, comes first. */
    public Saved saveAnew(InstitutionViewer viewer, UUID id, Map<String, String> changed, int seen) {
        Doing doing = new Doing(
                LetterAct.SAVE,
                letter -> letter.state().can(LetterAct.REOPEN) ? LetterAct.REOPEN : LetterAct.AGAIN,
                seen);
        return work(viewer, id, doing, (permit, letter) -> {
            if (letter.state().can(LetterAct.REOPEN)) {
                store.reopen(permit, letter);
            } else {
                store.addVersion(permit, letter, clock.instant(), viewer.actor());
            }
            save(permit, store.find(permit, id).orElseThrow(), changed, viewer);
        });
    }

    /** @param letter as it is now, or, of one that is gone, as it was; null where nobody may see it */
    public record Saved(LetterAnswer answer, @Nullable Letter letter) {}

    private void save(LetterPermit permit, Letter letter, Map<String, String> changed, InstitutionViewer viewer) {
        Map<String, String> items = new LinkedHashMap<>(letter.items());
        items.putAll(changed);
        items.values().removeIf(value -> value.isEmpty() || MyNumber.mayStandIn(value));
        store.save(permit, letter, items, clock.instant(), viewer.actor());
    }

    /** What is done with a whole letter; what it takes, says {@link LetterAct}. */
    public Saved act(InstitutionViewer viewer, UUID id, LetterAct act, int seen) {
        String by = viewer.actor();
        return work(
                viewer,
                id,
                new Doing(act, letter -> act, seen),
                switch (act) {
                    case CONFIRM -> (permit, letter) -> store.confirm(permit, letter, clock.instant(), by);
                    case REOPEN -> store::reopen;
                    case SEND -> (permit, letter) -> send(permit, letter, by);
                    case AGAIN -> (permit, letter) -> store.addVersion(permit, letter, clock.instant(), by);
                    case DROP -> (permit, letter) -> store.drop(permit, letter, clock.instant(), by);
                    case SETTLE -> store::settle;
                    case SAVE -> throw new IllegalArgumentException("nothing to save");
                });
    }

    private void send(LetterPermit permit, Letter letter, String by) {
        Instant now = clock.instant();
        long item = outbox.put(permit, letter.person(), P02Record.of(permit.issuer(), letter, now), now);
        store.sent(permit, letter, item, now, by);
    }

    private interface Work {
        void on(LetterPermit permit, Letter letter);
    }

    private LetterAnswer work(InstitutionViewer viewer, UUID id, LetterAct act, int seen, Work work) {
        return work(viewer, id, new Doing(act, letter -> act, seen), work).answer();
    }

    /**
     * @param act as it stands in the entry, and who may do it
     * @param needed what the letter's state must allow
     */
    private record Doing(LetterAct act, Function<Letter, LetterAct> needed, int seen) {}

    private Saved work(InstitutionViewer viewer, UUID id, Doing doing, Work work) {
        Optional<PersonKey> person = store.findOwn(viewer.institution(), id).map(LetterDesk.Own::person);
        if (person.isEmpty()) { // on record as a look that found nothing
            gate.look(viewer, permit -> new Found<>(id, List.of()));
            return new Saved(LetterAnswer.ABSENT, null);
        }
        Letter[] found = {null};
        LetterAnswer answer = gate.write(
                viewer,
                person.get(),
                new LetterTrial(doing.act().isOfDoctor(), doing.act().name()) {
                    @Override
                    public @Nullable LetterAnswer judge(LetterPermit permit) {
                        Letter letter = store.lock(permit, person.get(), id).orElse(null);
                        if (letter == null) {
                            return LetterAnswer.ABSENT; // thrown away meanwhile
                        }
                        found[0] = letter;
                        return refused(letter, doing.needed().apply(letter), doing.seen());
                    }

                    @Override
                    void act(LetterPermit permit) {
                        work.on(permit, found[0]);
                        found[0] = store.find(permit, id).orElse(found[0]);
                    }
                });
        return new Saved(answer, found[0]);
    }

    private @Nullable LetterAnswer refused(Letter letter, LetterAct act, int seen) {
        boolean isDone = act == LetterAct.SEND && letter.state() == LetterState.SENT
                || act == LetterAct.CONFIRM && letter.state() == LetterState.CONFIRMED;
        if (isDone) {
            return LetterAnswer.ALREADY;
        }
        boolean isFirst = letter.version() == 1;
        if (!letter.state().can(act) || act.isOfDoctor() && letter.accepted() || act == LetterAct.DROP && !isFirst) {
            return LetterAnswer.NOT_NOW;
        }
        if (seen != letter.saved()) {
            return LetterAnswer.CHANGED;
        }
        if (act.isOfDoctor() && letter.onPaper()) {
            return LetterAnswer.ON_PAPER;
        }
        if (act == LetterAct.SEND && closed(letter.person()) != null) {
            return LetterAnswer.NOT_TAKEN;
        }
        return act.isOfDoctor() && !isComplete(letter) ? LetterAnswer.INCOMPLETE : null;
    }

    private boolean isComplete(Letter letter) {
        return LetterCheck.check(LetterStep.allItems(), letter.items(), Days.of(clock.instant()))
                .isEmpty();
    }
}
