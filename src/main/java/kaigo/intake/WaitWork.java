package kaigo.intake;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.intake.register.ChunkLoader;
import kaigo.layout.Target;
import kaigo.participants.Insurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** M01待ちの一歩: applies the records that can go on, and gives up those that have waited too long. For one thread. */
final class WaitWork implements BooleanSupplier {

    private final Gate gate;
    private final FileStore files;
    private final Loader.LoadTools tools;
    private final TransactionTemplate transaction;
    private final DataSource database;
    private final InstantSource clock;

    WaitWork(
            FileStore files,
            Loader.LoadTools tools,
            PlatformTransactionManager transactions,
            DataSource database,
            InstantSource clock) {
        this.gate = tools.gate();
        this.files = files;
        this.tools = tools;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean getAsBoolean() {
        return gate.job("waiting", UUID.randomUUID().toString(), permit -> {
                    List<ReceivedFile> due = files.listDue(permit);
                    due.forEach(file -> apply(permit, file));
                    permit.worked(due.size());
                    if (!due.isEmpty()) {
                        tools.states().finishAnswered(permit);
                    }
                })
                > 0;
    }

    private void apply(JobPermit permit, ReceivedFile file) {
        Insurer insurer = tools.insurers().find(file.receipt().insurer()).orElseThrow();
        Target target = Targets.find(file.interfaceId()).orElseThrow();
        var chunks =
                new ChunkLoader(target, database, tools.keys(), clock, tools.proposals(), insurer.relationErrors());
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> chunks.applyReleased(permit, file)));
        }
    }
}
