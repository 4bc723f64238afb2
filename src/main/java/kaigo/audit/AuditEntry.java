package kaigo.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * 監査記録の一件, before it has its place in the chain.
 *
 * @param requestId the id that the client received with the answer
 * @param actor who looked or acted, e.g. {@code staff:442012/tanaka}, {@code system:442012/9f3c…}, {@code job:load}
 * @param insurerNumber 保険者番号 of the records, or null where the entry concerns none
 * @param subjects 被保険者番号 of the persons whose records left or were changed
 * @param detail JSON object: purpose, counts, {@link Origin}; never a name, never a マイナンバー
 */
public record AuditEntry(
        String requestId,
        AuditEvent event,
        String actor,
        @Nullable String insurerNumber,
        List<String> subjects,
        String detail) {

    /** Stands in no subject. */
    static final String BETWEEN_SUBJECTS = " ";

    private static final JsonMapper JSON = new JsonMapper();

    public AuditEntry {
        subjects = List.copyOf(subjects);
        if (subjects.stream().anyMatch(subject -> subject.contains(BETWEEN_SUBJECTS))) {
            throw new IllegalArgumentException("a subject is a number, without blanks");
        }
    }

    public static AuditEntry of(String requestId, AuditEvent event, String actor, Map<String, ?> detail) {
        return new AuditEntry(requestId, event, actor, null, List.of(), json(detail));
    }

    public AuditEntry about(String insurer, List<String> insuredNumbers) {
        return new AuditEntry(requestId, event, actor, insurer, insuredNumbers, detail);
    }

    private static String json(Map<String, ?> detail) {
        Map<String, Object> whole = new TreeMap<>(detail);
        String remote = Origin.current();
        if (remote != null) {
            whole.put(Origin.REMOTE, remote);
        }
        return JSON.writeValueAsString(whole);
    }
}
