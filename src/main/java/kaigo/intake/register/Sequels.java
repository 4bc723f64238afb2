package kaigo.intake.register;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import kaigo.access.JobPermit;
import kaigo.intake.Targets;
import kaigo.layout.Sequel;
import kaigo.layout.Target;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs what follows the registration of records ({@link Sequel}), in the running transaction. */
final class Sequels {

    private final List<Sequel> sequels;
    private final JdbcClient database;

    Sequels(Target target, JdbcClient database) {
        this.sequels = Targets.sequels(target);
        this.database = database;
    }

    /** @param persons 被保険者番号 of the records that were created, replaced or deleted */
    void follow(JobPermit permit, ChunkContext context, Set<String> persons) {
        if (persons.isEmpty()) {
            return;
        }
        for (Sequel sequel : sequels) {
            database.sql(sequel.statement())
                    .param("insurer", context.insurer().value())
                    .param("persons", persons.toArray(String[]::new))
                    .param("at", OffsetDateTime.ofInstant(context.now(), ZoneOffset.UTC))
                    .param("by", context.receipt().toString())
                    .update();
        }
    }
}
