package kaigo.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.SharingRule;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;

/** 事業所・医療機関の記録: what the entries of the gates say of an institution's looks, tries and acts. */
final class InstitutionEntries {

    private InstitutionEntries() {}

    /** What was looked at went on paper. */
    static final String PRINTED = "PRINTED";

    /**
     * The person stands among the subjects if anything left; a number that was only tried stands in the detail.
     *
     * @param act what was done with it beside looking, or null
     */
    static AuditEntry looked(
            InstitutionViewer viewer,
            List<String> jobs,
            PersonKey person,
            Map<Kind, Decision> decisions,
            @Nullable String act) {
        boolean left = decisions.values().stream().anyMatch(Decision::isAllowed);
        Map<String, Object> detail = new TreeMap<>(ruled(jobs));
        detail.put("kinds", words(decisions));
        if (act != null) {
            detail.put("act", act);
        }
        if (!left) {
            detail.put("tried", person.insured().value());
        }
        return AuditEntry.of(viewer.requestId(), AuditEvent.FILE_LOOKED, viewer.actor(), detail)
                .about(person.insurer().value(), left ? List.of(person.insured().value()) : List.of());
    }

    static AuditEntry listed(InstitutionViewer viewer, List<String> jobs, ListPermit permit) {
        List<String> shown =
                named(permit.persons().stream().filter(permit::showsAnything).toList());
        Map<String, Object> detail = new TreeMap<>(ruled(jobs));
        detail.put("persons", shown);
        return AuditEntry.of(viewer.requestId(), AuditEvent.LIST_LOOKED, viewer.actor(), detail);
    }

    /** Numbers of several insurers: each once, with its insurer's before it. */
    static List<String> named(List<PersonKey> persons) {
        return persons.stream()
                .map(person -> person.insurer().value() + "/" + person.insured().value())
                .distinct()
                .toList();
    }

    /** What every entry of an institution says of how it was decided: 職種 at that time, and by which version of the rule. */
    static Map<String, Object> ruled(List<String> jobs) {
        return Map.of("jobs", jobs.stream().sorted().toList(), "rule", SharingRule.VERSION);
    }

    /** Each kind with the ground on which it was shown, or the reason for which it was not. */
    static Map<String, String> words(Map<Kind, Decision> decisions) {
        Map<String, String> kinds = new TreeMap<>();
        decisions.forEach((kind, decision) -> kinds.put(kind.name(), word(decision)));
        return kinds;
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> allowed.ground().name();
            case Decision.Refused refused -> refused.reason().name();
        };
    }

    /** The person stands among the subjects if it came to something; a number that was only tried stands in the detail. */
    static AuditEntry tried(
            InstitutionViewer viewer, AuditEvent event, PersonKey person, boolean done, Map<String, ?> more) {
        String number = person.insured().value();
        Map<String, Object> detail = new TreeMap<>(more);
        if (!done) {
            detail.put("tried", number);
        }
        return AuditEntry.of(viewer.requestId(), event, viewer.actor(), detail)
                .about(person.insurer().value(), done ? List.of(number) : List.of());
    }
}
