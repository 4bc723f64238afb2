package kaigo.intake;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kaigo.access.Gate;
import kaigo.insured.IntermediateServer;
import kaigo.intake.linking.KeyQuestions;
import kaigo.intake.linking.LinkStore;
import kaigo.intake.linking.LinkWorker;
import kaigo.intake.reconcile.CompareWork;
import kaigo.jobs.Workers;
import kaigo.keys.KeyRing;
import kaigo.shared.UuidV7;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the load path together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Reception reception(
            Reception.Parts parts,
            PlatformTransactionManager transactions,
            UuidV7 ids,
            Clock clock,
            Workers loadWorkers) {
        return new Reception(parts, transactions, ids, clock, loadWorkers::wake);
    }

    @Bean
    Workers loadWorkers(
            Gate gate, FileStore files, Supplier<Loader> loaders, LoadSettings settings, Followers followers) {
        return new Workers("load", settings.workers(), () -> new LoadWork(gate, files, loaders.get(), followers::wake));
    }

    /** Who may have work when a file is registered. */
    record Followers(Workers linking, Workers waiting, Workers reconciling) {
        void wake() {
            linking.wake();
            waiting.wake();
            reconciling.wake();
        }
    }

    @Bean
    Followers followers(
            @Qualifier("linkWorkers") Workers link,
            @Qualifier("waitWorkers") Workers wait,
            @Qualifier("reconcileWorkers") Workers reconcile) {
        return new Followers(link, wait, reconcile);
    }

    @Bean
    Workers reconcileWorkers(CompareWork work) {
        return new Workers("reconcile", 1, () -> work);
    }

    @Bean
    Runnable wakeReconcileWorkers(@Qualifier("reconcileWorkers") Workers reconcileWorkers) {
        return reconcileWorkers::wake;
    }

    @Bean
    Workers waitWorkers(
            FileStore files,
            Loader.LoadTools tools,
            PlatformTransactionManager transactions,
            DataSource database,
            Clock clock) {
        return new Workers("wait", 1, () -> new WaitWork(files, tools, transactions, database, clock));
    }

    @Bean
    Workers sweepers(Gate gate, FileStates states) {
        return Workers.hourly(
                "sweep", () -> gate.job("sweep-received", UUID.randomUUID().toString(), states::sweep));
    }

    @Bean
    Supplier<Loader> loaders(
            Loader.LoadTools tools, PlatformTransactionManager transactions, DataSource database, Clock clock) {
        return () -> new Loader(tools, transactions, database, clock);
    }

    @Bean
    Workers linkWorkers(Gate gate, LinkWorker links, FileStates states) {
        return new Workers(
                "link",
                1,
                () -> () -> gate.job("link", UUID.randomUUID().toString(), permit -> {
                            links.askAll(permit);
                            states.finishAnswered(permit);
                        })
                        > 0);
    }

    @Bean
    KeyQuestions keyQuestions(IntermediateServer server, KeyRing keys, ReceivedBytes received, Clock clock) {
        return new KeyQuestions(server, keys, received::cipher, clock);
    }

    @Bean
    LinkWorker linkWorker(
            LinkStore store, KeyQuestions questions, PlatformTransactionManager transactions, Clock clock) {
        return new LinkWorker(store, questions, transactions, clock);
    }
}
