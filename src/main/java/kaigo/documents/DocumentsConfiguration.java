package kaigo.documents;

import java.time.Clock;
import java.util.Optional;
import kaigo.access.Gate;
import kaigo.jobs.Workers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the keeping of documents together. */
@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {

    @Bean
    CheckWorker checkWorker() {
        return new CheckWorker(CheckWorker.LIMIT);
    }

    @Bean
    DocumentCheck documentCheck(CheckWorker worker, ObjectProvider<VirusScanner> scanner) {
        return new DocumentCheck(worker, Optional.ofNullable(scanner.getIfAvailable()));
    }

    @Bean
    Documents documents(
            Gate gate, DocumentStore store, DocumentCheck check, PlatformTransactionManager transactions, Clock clock) {
        return new Documents(gate, store, check, transactions, clock);
    }

    @Bean
    DocumentPurge documentPurge(Gate gate, DocumentStore store, PlatformTransactionManager transactions, Clock clock) {
        return new DocumentPurge(gate, store, transactions, clock);
    }

    @Bean
    Workers documentPurgers(DocumentPurge purge) {
        return Workers.hourly("purge-documents", purge::run);
    }

    @Bean
    DrawWorker drawWorker() {
        return new DrawWorker(DrawWorker.LIMIT);
    }

    @Bean
    Pages drawnPages(
            Gate gate, PageStore store, DrawWorker worker, PlatformTransactionManager transactions, Clock clock) {
        return new Pages(gate, store, worker, transactions, clock);
    }

    @Bean
    Workers pageDrawers(Pages pages) {
        Workers workers = new Workers("draw-pages", 1, () -> pages::drawAhead);
        pages.wakeWith(workers);
        return workers;
    }
}
