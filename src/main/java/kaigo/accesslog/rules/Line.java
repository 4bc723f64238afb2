package kaigo.accesslog.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kaigo.access.PersonKey;
import kaigo.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/**
 * 一行: what is left of an entry for a reader. Empty, null or 0 is what it is not shown, or what was not there.
 *
 * @param count how many persons
 * @param granted kinds that were opened, with the ground
 * @param refused kinds that stayed closed, with the reason
 * @param action what was done to the account
 * @param reason how a sign-in went, or why it or a request was refused
 * @param remote 接続元
 */
public record Line(
        Instant at,
        String requestId,
        AuditEvent event,
        Topic topic,
        Who who,
        List<PersonKey> persons,
        List<PersonKey> tried,
        int count,
        Map<String, String> granted,
        Map<String, String> refused,
        @Nullable String purpose,
        @Nullable String answer,
        @Nullable String act,
        @Nullable String action,
        @Nullable String account,
        @Nullable String reason,
        @Nullable String remote) {

    /**
     * @param organisation number, or empty
     * @param login or empty
     */
    public record Who(Actor.Kind kind, String organisation, List<String> jobs, String login) {}
}
