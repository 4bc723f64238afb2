package kaigo.accesslog.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.PersonKey;
import kaigo.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/**
 * 記録の一件, read from the audit stream into what the redaction knows of. What an entry's detail holds beyond it is not read.
 *
 * @param insurer 保険者番号 of the records, or null
 * @param persons whose records left or were changed; not those of a list that the entry only points to
 * @param tried numbers that were tried, and of which nothing left
 * @param listed how many persons stand in the list that the entry points to, else 0
 * @param listsReader the reader stands in that list, as the follower found
 */
public record Entry(
        Instant at,
        String requestId,
        AuditEvent event,
        Actor actor,
        @Nullable String insurer,
        Set<PersonKey> persons,
        Set<PersonKey> tried,
        int listed,
        Set<PersonKey> listsReader,
        Said said) {

    /**
     * Words of the detail.
     *
     * @param kinds 情報の種類 with the ground or the reason of each
     * @param account holder/login of the account that was signed in to or changed by somebody else, or null
     * @param remote 接続元, or null
     */
    public record Said(
            List<String> jobs,
            Map<String, String> kinds,
            @Nullable String purpose,
            @Nullable String answer,
            @Nullable String act,
            @Nullable String reason,
            @Nullable String action,
            @Nullable String account,
            @Nullable String remote) {

        public static final Said NOTHING = new Said(List.of(), Map.of(), null, null, null, null, null, null, null);
    }
}
