package kaigo.opinion;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kaigo.access.LetterGate;
import kaigo.access.LetterGate.Found;
import kaigo.access.PersonKey;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 意見書の机: what an institution that writes opinions sees of its own: what it was asked for, what it writes and has sent. */
@Component
public class LetterDesk {

    private static final int LISTED = 200;

    /** Of other letters about the same person, the most that are shown. */
    static final int OTHERS = 20;

    private final LetterGate gate;
    private final LetterStore store;
    private final RequestStore requests;
    private final InstantSource clock;

    LetterDesk(LetterGate gate, LetterStore store, RequestStore requests, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * What lies on an institution's desk.
     *
     * @param asked what it was asked for and has not begun, the most urgent first
     * @param letters its own, the newest first
     */
    public record Desk(List<Asked> asked, List<Letter> letters) {}

    /** Empty for whoever may not write any. */
    public Optional<Desk> list(InstitutionViewer viewer) {
        return gate.look(viewer, permit -> {
            Desk desk = new Desk(requests.listOpen(permit, today(), LISTED), store.list(permit, LISTED));
            return new Found<>(
                    desk,
                    Stream.concat(
                                    desk.asked().stream().map(Asked::person),
                                    desk.letters().stream().map(Letter::person))
                            .toList());
        });
    }

    /** Why there is none. */
    public LetterAnswer why(InstitutionViewer viewer) {
        return LetterAnswer.of(gate.why(viewer));
    }

    public Optional<Letter> open(InstitutionViewer viewer, UUID id) {
        Optional<Optional<Letter>> found = gate.look(viewer, permit -> {
            Optional<Letter> letter = store.find(permit, id);
            return new Found<>(letter, letter.map(Letter::person).stream().toList());
        });
        return found.flatMap(letter -> letter);
    }

    /** @param others about the same person, the newest first: what a draft may be filled from */
    public record Overview(Letter letter, List<Letter> others) {}

    public Optional<Overview> show(InstitutionViewer viewer, UUID id) {
        Optional<Optional<Overview>> found = gate.look(viewer, permit -> {
            Optional<Overview> overview = store.find(permit, id)
                    .map(letter -> new Overview(letter, store.listOthers(permit, letter, OTHERS)));
            return new Found<>(
                    overview,
                    overview.map(one -> one.letter().person()).stream().toList());
        });
        return found.flatMap(overview -> overview);
    }

    /** To be put on paper, which stands in the entry. */
    public Optional<Letter> print(InstitutionViewer viewer, UUID id, @Nullable Integer version) {
        Optional<Optional<Letter>> found = gate.print(viewer, permit -> {
            Optional<Letter> letter = store.find(permit, id, version);
            return new Found<>(letter, letter.map(Letter::person).stream().toList());
        });
        return found.flatMap(letter -> letter);
    }

    /** For whom an institution's own letter is, and how often it was saved. */
    public record Own(PersonKey person, int saved) {}

    /** For whoever opens something of that person next, which is the look that stands on record. */
    public Optional<Own> findOwn(InstitutionViewer viewer, UUID id) {
        return store.findOwn(viewer.institution(), id);
    }

    /** @param asked 作成依頼 that nobody has begun; returned: letters that came back */
    public record Figures(int asked, int returned) {}

    /** They name nobody, so that they are no look at anybody. */
    public Figures figures(InstitutionViewer viewer) {
        return new Figures(requests.count(viewer.institution(), today()), store.countReturned(viewer.institution()));
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
