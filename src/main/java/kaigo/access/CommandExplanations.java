package kaigo.access;

import java.time.InstantSource;
import java.util.function.Consumer;
import kaigo.access.rules.Proposals;
import kaigo.audit.AuditEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** 判定の説明 for a command, which has no Spring. */
public final class CommandExplanations {

    private final JdbcClient database;
    private final PlatformTransactionManager transactions;
    private final Consumer<AuditEntry> audit;
    private final InstantSource clock;

    /** @param audit writes an entry and returns when it is durable */
    public CommandExplanations(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Consumer<AuditEntry> audit,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @NotAboutAPerson("puts the front door together; reads nothing")
    public Explanations open(ConsentReading consents, Proposals proposals) {
        return new Explanations(
                new FileFactStore(database),
                new ExplainStore(database),
                consents,
                audit,
                Snapshot.ofInsurer(transactions),
                clock,
                proposals);
    }
}
