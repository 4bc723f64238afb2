package kaigo.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import kaigo.access.rules.Proposals;
import kaigo.identity.WholePasswords;
import kaigo.intake.LoadSettings;
import kaigo.intake.ReceivedBytes;
import kaigo.keys.KeyRing;
import kaigo.keys.SealedFiles;
import kaigo.operations.Surroundings;
import kaigo.operations.Surroundings.Service;
import kaigo.shared.UuidV7;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What the rooms get from the installation. */
@Configuration(proxyBeanMethods = false)
class LoadConfiguration {

    @Bean
    ReceivedBytes receivedBytes(Installation installation, KeyRing keys) {
        return new ReceivedBytes(installation.dataFolder().resolve("received"), new SealedFiles(keys));
    }

    @Bean
    LoadSettings loadSettings(Installation installation) {
        return new LoadSettings(installation.loadWorkers());
    }

    @Bean
    Proposals proposals(Installation installation) {
        return installation.proposals();
    }

    /** In the demo some services of others are simulated: those are within reach, too. */
    @Bean
    Surroundings surroundings(Installation installation) {
        Map<Service, Boolean> named = new EnumMap<>(Service.class);
        named.put(
                Service.INTERMEDIATE_SERVER,
                installation.isDemo() || installation.intermediateServer().isPresent());
        named.put(Service.MAIL, installation.isDemo() || installation.mail().isPresent());
        named.put(
                Service.PERSONS, installation.isDemo() || installation.persons().isPresent());
        named.put(
                Service.CARD_LOOKUP,
                installation.isDemo() || installation.cardReading().isPresent());
        named.put(Service.VIRUS_SCANNER, installation.virusScanner().isPresent());
        named.put(Service.LOG_COLLECTOR, installation.logCollector().isPresent());
        named.values().removeIf(present -> !present);
        return new Surroundings(
                installation.dataFolder(), Migrations.state(installation.database()), Set.copyOf(named.keySet()));
    }

    @Bean
    UuidV7 uuids(Clock clock) {
        return new UuidV7(clock, new SecureRandom());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new WholePasswords();
    }
}
