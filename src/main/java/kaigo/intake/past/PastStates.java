package kaigo.intake.past;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.insured.load.PersonTarget;
import kaigo.intake.Targets;
import kaigo.intake.past.PastState.OfInterface;
import kaigo.layout.Layouts;
import kaigo.layout.Target;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Component;

/**
 * 登録内容の照会: the front door to what the platform showed of a person, now or at any instant before. An instant within the
 * second in which a file was being registered may show it a moment before its readers saw it.
 */
@Component
public class PastStates {

    private final Gate gate;
    private final PastStore store;

    PastStates(Gate gate, PastStore store) {
        this.gate = gate;
        this.store = store;
    }

    /** The entry in the audit stream holds the instant too. */
    public PastState find(InsurerViewer viewer, String insuredNumber, Instant at) {
        return gate.look(viewer, Purpose.READ_REGISTERED, permit -> {
            PastState state = read(permit, insuredNumber, at);
            List<String> subjects = state.changes().isEmpty() ? List.of() : List.of(insuredNumber);
            return new Looked<>(state, subjects, Map.of("shownAt", at.toString()));
        });
    }

    private PastState read(InsurerPermit permit, String insuredNumber, Instant at) {
        List<Target> targets = Targets.aboutPersons();
        boolean wasThere =
                !store.list(permit, PersonTarget.TARGET, insuredNumber, at).isEmpty();
        List<OfInterface> interfaces = !wasThere
                ? List.of()
                : targets.stream()
                        .map(target -> new OfInterface(
                                Layouts.newest(target.interfaceId()).orElseThrow(),
                                store.list(permit, target, insuredNumber, at)))
                        .filter(one -> !one.records().isEmpty())
                        .toList();
        return new PastState(
                insuredNumber,
                at,
                store.isProtected(permit, insuredNumber),
                interfaces,
                store.listChanges(permit, targets, insuredNumber));
    }
}
