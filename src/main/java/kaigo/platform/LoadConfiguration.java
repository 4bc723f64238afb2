package kaigo.platform;

import java.security.SecureRandom;
import java.time.Clock;
import kaigo.access.rules.Proposals;
import kaigo.identity.WholePasswords;
import kaigo.intake.LoadSettings;
import kaigo.intake.ReceivedBytes;
import kaigo.keys.KeyRing;
import kaigo.keys.SealedFiles;
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

    @Bean
    UuidV7 uuids(Clock clock) {
        return new UuidV7(clock, new SecureRandom());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new WholePasswords();
    }
}
