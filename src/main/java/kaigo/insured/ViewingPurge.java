package kaigo.insured;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import kaigo.access.Gate;
import kaigo.jobs.Workers;
import kaigo.shared.Days;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 利用者一覧の片付け: whoever an office let go, and whoever it has not verified again for months, leaves its list for good. */
@Configuration(proxyBeanMethods = false)
class ViewingPurge {

    @Bean
    Workers viewingPurgers(Gate gate, VerificationStore store, ViewingPeriod period, InstantSource clock) {
        return Workers.hourly(
                "viewing-purge", () -> run(gate, store, period.forgottenBefore(Days.of(clock.instant()))));
    }

    static void run(Gate gate, VerificationStore store, LocalDate expiredBefore) {
        gate.job(
                "viewing-purge",
                UUID.randomUUID().toString(),
                permit -> permit.worked(store.purge(permit, expiredBefore)));
    }
}
