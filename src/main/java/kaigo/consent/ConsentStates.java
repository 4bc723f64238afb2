package kaigo.consent;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.access.FilePermit;
import kaigo.access.ListPermit;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.consent.rules.ConsentState;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import org.springframework.stereotype.Component;

/** 包括同意の状態 of one person or of a page of a list, for those who may see it. */
@Component
public class ConsentStates {

    private final ConsentStateStore store;
    private final InstantSource clock;

    ConsentStates(ConsentStateStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The state of today. None, too, for whoever may not see it. */
    public Optional<ConsentState> find(FilePermit permit) {
        return find(permit, Days.of(clock.instant()));
    }

    /** The state on any day, as it is known now. */
    public Optional<ConsentState> find(FilePermit permit, LocalDate day) {
        return store.read(permit).stream()
                .findFirst()
                .map(course -> course.consents().on(day));
    }

    /** What was said, by its day; who took it down and who spoke is told of what the reader's own institution took down. */
    public List<ConsentLine> list(FilePermit permit, InstitutionId reader) {
        return permit.shows(Kind.CONSENT_STATE) ? store.list(permit, reader) : List.of();
    }

    /** 同意を確認できない, as an office noted it itself; another office's notes are not its to read. */
    public List<UnconfirmedNote> listNotes(FilePermit permit, InstitutionId office) {
        return office.kind() == InstitutionId.Kind.OFFICE && permit.shows(Kind.CONSENT_STATE)
                ? store.listNotes(permit, office)
                : List.of();
    }

    /** Of those on the page whose state may be seen. */
    public Map<PersonKey, ConsentState> find(ListPermit permit) {
        LocalDate today = Days.of(clock.instant());
        Map<PersonKey, ConsentState> states = new LinkedHashMap<>();
        store.read(permit)
                .forEach(course -> states.put(course.person(), course.consents().on(today)));
        return states;
    }
}
