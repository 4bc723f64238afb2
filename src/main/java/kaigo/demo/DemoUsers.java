package kaigo.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kaigo.access.PersonKey;
import kaigo.certificates.CertificateFolder;
import kaigo.generate.DemoCountry;
import kaigo.generate.DemoCountry.DemoInsurer;
import kaigo.generate.Served;
import kaigo.identity.ClientCertificates;
import kaigo.insured.CardItems;
import kaigo.insured.ListedChanges;
import kaigo.insured.Verifications;
import kaigo.intake.SetupFiles;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * 見本の利用者: of those whom the demo's offices serve most stand in their lists from the start on, each checked by the items of
 * the card like anybody else. One in five is left for whoever tries that. They are met with what was sent first, so
 * that what came since then is new to their offices.
 */
@Component
@Profile("demo")
final class DemoUsers {
    private static final Logger LOG = LoggerFactory.getLogger(DemoUsers.class);
    private static final int LEFT = 5;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final DemoCountrySeed seed;
    private final SetupFiles files;
    private final Verifications verifications;
    private final ListedChanges lists;
    private final CertificateFolder certificates;
    private final Clock clock;

    DemoUsers(
            DemoCountrySeed seed,
            SetupFiles files,
            Verifications verifications,
            ListedChanges lists,
            CertificateFolder certificates,
            Clock clock) {
        this.seed = seed;
        this.files = files;
        this.verifications = verifications;
        this.lists = lists;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** After the accounts; beside the demo, since the register is filled while it runs. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        seed.seeded()
                .ifPresent(country -> Thread.ofVirtual().name("demo-country").start(() -> live(country)));
    }

    private void live(DemoCountry country) {
        List<DemoInsurer> known = country.insurers().stream()
                .filter(one -> one.population().count() > 0)
                .toList();
        try {
            known.forEach(insurer -> seed.send(insurer, country.untilThen(insurer)));
            for (DemoInsurer insurer : known) {
                if (insurer.startedOn() != null && !insurer.startedOn().isAfter(Days.of(clock.instant()))) {
                    add(country, insurer);
                }
            }
            while (!lists.areFollowed()) {
                Thread.sleep(LOOK);
            }
            known.forEach(insurer -> seed.send(insurer, country.sinceThen(insurer)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the fictitious country stays incomplete: {}", e.getClass().getSimpleName());
        }
    }

    /** Waits for what its insurer has sent. */
    void add(DemoCountry country, DemoInsurer insurer) throws InterruptedException {
        while (files.isAnyOpen(insurer.number())) {
            Thread.sleep(LOOK);
        }
        DemoOffices.checking().forEach((office, login) -> add(country, insurer, office, login));
    }

    private void add(DemoCountry country, DemoInsurer insurer, InstitutionId office, String login) {
        String fingerprint =
                ClientCertificates.fingerprint(certificates.client(office).certificate());
        List<Served> served = country.served(insurer)
                .filter(one -> one.offices().contains(office.number()) && one.birthDate() != null)
                .toList();
        for (int i = 0; i < served.size(); i++) {
            if (i % LEFT != LEFT - 1) {
                InstitutionViewer viewer = new InstitutionViewer(
                        office, login, fingerprint, UUID.randomUUID().toString());
                verifications.verify(viewer, person(insurer, served.get(i)), items(served.get(i)));
            }
        }
    }

    private static PersonKey person(DemoInsurer insurer, Served served) {
        return new PersonKey(insurer.number(), InsuredNumber.of(served.insuredNumber()));
    }

    private static CardItems items(Served served) {
        return new CardItems(Objects.requireNonNull(served.birthDate()).toString(), served.sex(), served.nameKana());
    }
}
