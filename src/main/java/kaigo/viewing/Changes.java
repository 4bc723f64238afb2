package kaigo.viewing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import kaigo.access.ListGate;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.ChangeCursor.Since;
import org.springframework.stereotype.Component;

/** 更新: of whom in the viewer's own list something is new, by those kinds that it may see (an extension, ours). */
@Component
public class Changes {

    private static final Set<Kind> ASKED = asked();

    private final ListGate gate;
    private final ChangeStore store;
    private final InstantSource clock;

    Changes(ListGate gate, ChangeStore store, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param persons who has something new, and of which kinds
     * @param next for the next question
     * @param more the list goes on: ask again at once
     */
    public record Page(Map<PersonKey, Set<Kind>> persons, ChangeCursor next, boolean more) {}

    /** Nothing is missed, whatever order the changes are committed in; the same may come twice (docs/decisions/0024). */
    public Page list(InstitutionViewer viewer, ChangeCursor cursor, int limit) {
        Instant now = clock.instant();
        return gate.list(viewer, cursor.after(), limit, ASKED, (permit, page) -> {
            Since seen = store.seen(permit, now);
            Map<PersonKey, Set<Kind>> changed = store.list(permit, ASKED, cursor.since(), Days.of(now));
            return new Page(changed, cursor.next(seen, page.next()), page.next() != null);
        });
    }

    private static Set<Kind> asked() {
        Set<Kind> kinds = EnumSet.of(Kind.BANNER, Kind.CONSENT_STATE);
        for (Part part : Part.values()) {
            kinds.addAll(part.kinds());
        }
        return kinds;
    }
}
