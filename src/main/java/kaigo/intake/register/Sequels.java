package kaigo.intake.register;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.JobPermit;
import kaigo.access.rules.Amount;
import kaigo.access.rules.Proposals;
import kaigo.intake.Targets;
import kaigo.layout.Sequel;
import kaigo.layout.Target;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs what follows the registration of records ({@link Sequel}), in the running transaction. */
final class Sequels {

    private final List<Sequel> sequels;
    private final JdbcClient database;
    private final Map<String, Integer> amounts = new HashMap<>();

    Sequels(Target target, JdbcClient database, Proposals proposals) {
        this.sequels = Targets.sequels(target);
        this.database = database;
        Arrays.stream(Amount.values()).forEach(amount -> amounts.put(amount.name(), proposals.amount(amount)));
    }

    /** @param persons 被保険者番号 of the records that were created, replaced or deleted */
    void follow(JobPermit permit, ChunkContext context, Set<String> persons) {
        if (persons.isEmpty()) {
            return;
        }
        for (Sequel sequel : sequels) {
            database.sql(sequel.statement())
                    .params(amounts)
                    .param("insurer", context.insurer().value())
                    .param("persons", persons.toArray(String[]::new))
                    .param("at", OffsetDateTime.ofInstant(context.now(), ZoneOffset.UTC))
                    .param("by", context.receipt().toString())
                    .update();
        }
    }
}
