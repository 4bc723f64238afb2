package kaigo.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;

/**
 * 一覧の許し: the persons of one page of a viewer's own list, with a decision for each of them and each kind of column. A
 * store asks for whom it may show its kind.
 */
public final class ListPermit extends Ending implements Permit {

    private final Map<PersonKey, Map<Kind, Decision>> decisions;

    ListPermit(Map<PersonKey, Map<Kind, Decision>> decisions) {
        this.decisions = new LinkedHashMap<>(decisions);
    }

    /** In the order of the page. Throws IllegalStateException once the look is over. */
    public List<PersonKey> listFor(Kind kind) {
        requireOpen();
        return decisions.keySet().stream().filter(person -> shows(person, kind)).toList();
    }

    Set<PersonKey> persons() {
        return decisions.keySet();
    }

    boolean showsAnything(PersonKey person) {
        return decisions.getOrDefault(person, Map.of()).values().stream().anyMatch(Decision::isAllowed);
    }

    private boolean shows(PersonKey person, Kind kind) {
        Decision decision = decisions.getOrDefault(person, Map.of()).get(kind);
        return decision != null && decision.isAllowed();
    }
}
