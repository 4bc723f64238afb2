package kaigo.forwarding;

import java.time.Duration;
import java.util.Objects;
import kaigo.access.Gate;
import kaigo.audit.Followers;
import kaigo.jobs.Workers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Forwards where the installation names a collector. */
@Configuration(proxyBeanMethods = false)
class ForwardingWork {

    private static final Duration LOOK = Duration.ofSeconds(10);

    @Bean
    Workers logForwarders(
            Gate gate,
            ForwardStore store,
            PlatformTransactionManager transactions,
            ObjectProvider<LogCollector> collector) {
        LogCollector named = collector.getIfAvailable();
        return new Workers(Followers.FORWARDING, named == null ? 0 : 1, LOOK, () -> {
            Forwarder forwarder =
                    new Forwarder(gate, store, transactions, Objects.requireNonNull(named), Followers.STREAMS);
            return () -> {
                forwarder.run();
                return false;
            };
        });
    }
}
