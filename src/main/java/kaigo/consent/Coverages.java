package kaigo.consent;

import java.util.Optional;
import kaigo.access.Gate;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Component;

/** 同意の取得状況, as it was counted last. */
@Component
public class Coverages {

    private final Gate gate;
    private final CoverageStore store;

    Coverages(Gate gate, CoverageStore store) {
        this.gate = gate;
        this.store = store;
    }

    /** None before the first count. */
    public Optional<Coverage> find(InsurerViewer viewer) {
        return gate.look(viewer, Purpose.READ_COVERAGE, permit -> Looked.aboutNobody(store.find(permit)));
    }
}
