package kaigo.demo;

import java.time.Clock;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.Validity;
import kaigo.identity.ClientCertificates;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 見本のクライアント証明書: one per fictitious insurer (a set-up by API begins with it), in the data folder's {@code certificates}. */
@Component
@Profile("demo")
public class DemoCertificates {

    private final CertificateFolder folder;
    private final ClientCertificates certificates;
    private final Insurers insurers;
    private final Clock clock;

    DemoCertificates(CertificateFolder folder, ClientCertificates certificates, Insurers insurers, Clock clock) {
        this.folder = folder;
        this.certificates = certificates;
        this.insurers = insurers;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void createAll() {
        insurers.list().forEach(this::create);
    }

    /** Also for an insurer that was added after the start. */
    public void create(Insurer insurer) {
        var client = folder.hasClient(insurer.number())
                ? folder.client(insurer.number())
                : folder.createClient(insurer.number(), Validity.days(clock.instant(), CertificateFolder.DAYS));
        certificates.register(client.certificate(), true);
    }
}
