package kaigo.opinion;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.PersonKey;
import kaigo.access.Purpose;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 主治医意見書の依頼: what a municipality waits for, and what it has got on paper, which then waits nowhere any more (rulings 39). */
@Component
public class Requests {

    private final Gate gate;
    private final RequestStore store;
    private final InstantSource clock;

    Requests(Gate gate, RequestStore store, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    /** How the opinion came. Names: {@code request.arrival.NAME}. */
    public enum Arrival {
        NOT_YET,
        ELECTRONIC,
        ON_PAPER
    }

    /**
     * An opinion that was asked for.
     *
     * @param issuerNumber as the municipality has it
     * @param issuer null if that is no number of an institution
     * @param paperOn the day on which it came on paper, or null
     */
    public record Expected(
            PersonKey person,
            String issuerNumber,
            LocalDate requestedOn,
            @Nullable LocalDate dueOn,
            @Nullable InstitutionId issuer,
            Arrival arrival,
            @Nullable LocalDate paperOn) {

        @Override
        public String toString() {
            return "Expected[" + issuerNumber + "]";
        }
    }

    /** @param all also what has come */
    public record Question(boolean all, int limit) {}

    public List<Expected> list(InsurerViewer viewer, Question question) {
        return gate.look(viewer, Purpose.READ_REQUESTS, permit -> {
            List<Expected> found = store.list(permit, question);
            return new Looked<>(
                    found,
                    found.stream()
                            .map(one -> one.person().insured().value())
                            .distinct()
                            .toList());
        });
    }

    /** 紙で受領. Also of what M13 did not tell of. */
    public void mark(InsurerViewer viewer, Asked asked, LocalDate receivedOn) {
        Instant now = clock.instant();
        act(viewer, asked, permit -> store.mark(permit, asked, receivedOn, now, viewer.actor()));
    }

    /** It was a mistake. */
    public void unmark(InsurerViewer viewer, Asked asked) {
        act(viewer, asked, permit -> store.unmark(permit, asked));
    }

    private void act(InsurerViewer viewer, Asked asked, Consumer<InsurerPermit> act) {
        gate.act(viewer, Purpose.MARK_ON_PAPER, List.of(asked.person().insured().value()), permit -> {
            act.accept(permit);
            return asked;
        });
    }
}
