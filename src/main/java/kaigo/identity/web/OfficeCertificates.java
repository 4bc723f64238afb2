package kaigo.identity.web;

import java.time.InstantSource;
import java.time.LocalDate;
import kaigo.identity.ClientCertificates;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.participants.Institutions;
import kaigo.shared.Days;
import org.springframework.stereotype.Component;

/** Looks up what the pages say of the certificate of a connection. */
@Component
class OfficeCertificates {

    private final ClientCertificates certificates;
    private final Institutions institutions;
    private final InstantSource clock;

    OfficeCertificates(ClientCertificates certificates, Institutions institutions, InstantSource clock) {
        this.certificates = certificates;
        this.institutions = institutions;
        this.clock = clock;
    }

    OfficeCertificate of(Client client) {
        LocalDate today = Days.of(clock.instant());
        return new OfficeCertificate(
                client.institution(),
                institutions
                        .findName(client.institution())
                        .orElse(client.institution().number()),
                certificates
                        .findLastDay(client.institution(), client.fingerprint())
                        .orElse(today),
                today);
    }
}
