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
import kaigo.layout.items.P02;
import kaigo.layout.items.P03;
import kaigo.opinion.rules.ClaimAct;
import kaigo.opinion.rules.ClaimCheck;
import kaigo.opinion.rules.ClaimState;
import kaigo.opinion.rules.Fees;
import kaigo.opinion.rules.UsualFees;
import kaigo.outbox.Outbox;
import kaigo.outbox.Receptions;
import kaigo.participants.Institutions;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 意見書作成料の請求: the front door of an institution that claims for a letter that it sent. A claim, its correction and its
 * cancellation each are one transaction with what tells the municipality of it (P03).
 */
@Component
public class Claims {

    private final LetterGate gate;
    private final LetterStore letters;
    private final ClaimStore store;
    private final FeeTables fees;
    private final Institutions institutions;
    private final Outbox outbox;
    private final Receptions receptions;
    private final InstantSource clock;

    Claims(
            LetterGate gate,
            LetterStore letters,
            ClaimStore store,
            FeeTables fees,
            Institutions institutions,
            Outbox outbox,
            Receptions receptions,
            InstantSource clock) {
        this.gate = gate;
        this.letters = letters;
        this.store = store;
        this.fees = fees;
        this.institutions = institutions;
        this.outbox = outbox;
        this.receptions = receptions;
        this.clock = clock;
    }

    /**
     * A letter and what was claimed for it.
     *
     * @param claim null: nothing yet
     * @param fees what counts, of the insurer itself if ownFees
     * @param suggested what the form begins with, by code of P03
     * @param closed why nothing can be claimed by this way, or null
     */
    public record Opened(
            Letter letter,
            @Nullable Claim claim,
            Fees fees,
            boolean ownFees,
            Map<String, String> suggested,
            Receptions.@Nullable Closed closed) {

        public ClaimState state() {
            return claim == null ? ClaimState.NONE : claim.state();
        }

        /** Whether something can be claimed or corrected now. */
        public boolean isOpen() {
            return closed == null && (state().can(ClaimAct.CLAIM) || state().can(ClaimAct.CORRECT));
        }

        /** Which one it is, for whoever acts on it. */
        public int version() {
            return claim == null ? 0 : claim.version();
        }

        @Override
        public String toString() {
            return "Opened[" + letter + "]";
        }
    }

    public Optional<Opened> open(InstitutionViewer viewer, UUID id) {
        Optional<Optional<Opened>> found = gate.look(viewer, permit -> {
            Optional<Opened> opened = letters.find(permit, id).map(letter -> open(permit, letter));
            return new Found<>(
                    opened, opened.map(one -> one.letter().person()).stream().toList());
        });
        return found.flatMap(opened -> opened);
    }

    /** What was claimed, to be put on paper, which stands in the entry. */
    public Optional<Opened> print(InstitutionViewer viewer, UUID id) {
        Optional<Optional<Opened>> found = gate.print(viewer, permit -> {
            Optional<Opened> opened =
                    letters.find(permit, id).map(letter -> open(permit, letter)).filter(one -> one.claim() != null);
            return new Found<>(
                    opened, opened.map(one -> one.letter().person()).stream().toList());
        });
        return found.flatMap(opened -> opened);
    }

    /** @param newest of which the version that was sent last counts */
    private Opened open(LetterPermit permit, Letter newest) {
        boolean isSent = newest.sentAt() != null || newest.version() == 1;
        Letter letter = isSent
                ? newest
                : letters.find(permit, newest.id(), newest.version() - 1).orElse(newest);
        Optional<Fees> own = fees.find(letter.person().insurer(), letter.requestedOn());
        Fees table = own.orElseGet(() -> UsualFees.on(letter.requestedOn()));
        Claim claim = store.find(permit, letter).orElse(null);
        return new Opened(letter, claim, table, own.isPresent(), suggested(permit, letter, table), closed(letter));
    }

    /** 作成料 is a suggestion: what counts as 在宅 or 新規 the insurer decides. */
    private Map<String, String> suggested(LetterPermit permit, Letter letter, Fees table) {
        String place = permit.issuer().kind() == InstitutionId.Kind.CLINIC ? Fees.HOME : Fees.FACILITY;
        String turn = isAgain(permit, letter, table) ? Fees.AGAIN : Fees.NEW;
        int fee = table.yen(place, turn);
        Map<String, String> items = new LinkedHashMap<>();
        items.put(P03.PLACE.code(), place);
        items.put(P03.TURN.code(), turn);
        items.put(P03.OPINION_FEE.code(), String.valueOf(fee));
        items.put(P03.TAX.code(), String.valueOf(table.tax(fee)));
        items.put(P03.WRITTEN_ON.code(), letter.items().getOrDefault(P02.ENTERED_ON.code(), ""));
        Instant sent = letter.sentAt();
        items.put(P03.SENT_ON.code(), sent == null ? "" : JapaneseDates.wareki(Days.of(sent)));
        return items;
    }

    /** 意見書作成回数 as the doctor said it, else what the institution has sent before. */
    private boolean isAgain(LetterPermit permit, Letter letter, Fees table) {
        String made = letter.items().getOrDefault(P02.TIMES_MADE.code(), "");
        LocalDate last = store.findLastSent(permit, letter).map(Days::of).orElse(null);
        Integer years = table.newAfterYears();
        if (last != null && years != null && last.plusYears(years).isBefore(letter.requestedOn())) {
            return false;
        }
        return made.isEmpty() ? last != null : !made.equals("1");
    }

    private Receptions.@Nullable Closed closed(Letter letter) {
        return receptions.findClosed(letter.person().insurer(), P03Record.INTERFACE, Days.of(clock.instant()));
    }

    /**
     * What was typed.
     *
     * @param items by code of P03, {@link ClaimCheck#plain}
     * @param form names the page: sent again from it, nothing new is claimed
     * @param seen {@link Opened#version} of what the typist saw
     */
    public record Typed(Map<String, String> items, String form, int seen) {

        @Override
        public String toString() {
            return "Typed[" + form + "]";
        }
    }

    /**
     * What became of it.
     *
     * @param opened as it was before; null where nobody may see it
     */
    public record Sent(
            LetterAnswer answer, ClaimAct act, @Nullable Opened opened) {}

    /** A claim, or the correction of the one that was sent. */
    public Sent send(InstitutionViewer viewer, UUID id, Typed typed) {
        return act(
                viewer, id, typed, opened -> opened.state().can(ClaimAct.CORRECT) ? ClaimAct.CORRECT : ClaimAct.CLAIM);
    }

    /** @param typed of which only form and seen count */
    public Sent cancel(InstitutionViewer viewer, UUID id, Typed typed) {
        return act(viewer, id, typed, opened -> ClaimAct.CANCEL);
    }

    private Sent act(InstitutionViewer viewer, UUID id, Typed typed, Function<Opened, ClaimAct> which) {
        Optional<PersonKey> person = letters.findOwn(viewer.institution(), id).map(LetterDesk.Own::person);
        if (person.isEmpty()) { // on record as a look that found nothing
            gate.look(viewer, permit -> new Found<>(id, List.of()));
            return new Sent(LetterAnswer.ABSENT, ClaimAct.CLAIM, null);
        }
        Opened[] found = {null};
        LetterAnswer answer = gate.write(viewer, person.get(), new LetterTrial(false, "CLAIM") {
            @Override
            public @Nullable LetterAnswer judge(LetterPermit permit) {
                Letter letter = letters.lock(permit, person.get(), id).orElse(null);
                if (letter == null) {
                    return LetterAnswer.ABSENT; // thrown away meanwhile
                }
                Opened opened = open(permit, letter);
                found[0] = opened;
                return refused(opened, which.apply(opened), typed);
            }

            @Override
            void act(LetterPermit permit) {
                send(permit, found[0], which.apply(found[0]), typed, viewer.actor());
            }
        });
        return new Sent(answer, found[0] == null ? ClaimAct.CLAIM : which.apply(found[0]), found[0]);
    }

    private @Nullable LetterAnswer refused(Opened found, ClaimAct act, Typed typed) {
        Claim claim = found.claim();
        Letter letter = found.letter();
        if (claim != null && claim.form().equals(typed.form())) {
            return LetterAnswer.ALREADY;
        }
        if (letter.sentAt() == null && letter.answered() == null
                || !found.state().can(act)) {
            return LetterAnswer.NOT_NOW;
        }
        if (typed.seen() != found.version()) {
            return LetterAnswer.CHANGED;
        }
        if (act == ClaimAct.CANCEL) {
            return null;
        }
        if (found.closed() != null) {
            return LetterAnswer.CLAIM_NOT_TAKEN;
        }
        boolean right = ClaimCheck.check(
                        typed.items(),
                        letter.requestedOn(),
                        Days.of(clock.instant()),
                        found.fees().bounds())
                .isEmpty();
        return right ? null : LetterAnswer.INCOMPLETE;
    }

    private void send(LetterPermit permit, Opened found, ClaimAct act, Typed typed, String by) {
        Letter letter = found.letter();
        Claim claim = found.claim();
        Typed said =
                claim != null && act == ClaimAct.CANCEL ? new Typed(claim.items(), typed.form(), typed.seen()) : typed;
        Instant now = clock.instant();
        int number = claim == null ? store.begin(permit, letter) : claim.number();
        String name = institutions.findName(permit.issuer()).orElse("");
        var head = new P03Record.Head(letter, permit.issuer(), name, number, found.version() + 1);
        long item = outbox.put(permit, letter.person(), P03Record.of(head, act, said.items(), now), now);
        store.add(permit, letter, new ClaimStore.Sent(number, head.version(), act, item, by), said, now);
    }
}
