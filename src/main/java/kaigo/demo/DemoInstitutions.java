package kaigo.demo;

import java.time.LocalDate;
import java.util.stream.Stream;
import kaigo.generate.FictitiousInstitutions;
import kaigo.participants.Institution;
import kaigo.participants.Institutions;
import kaigo.shared.InstitutionId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 架空の事業所と医療機関: offices of every kind, hospitals and clinics of the fictitious country. */
@Component
@Profile("demo")
public class DemoInstitutions {
    private static final LocalDate KNOWN_FROM = LocalDate.of(2015, 4, 1);

    private final Institutions institutions;

    DemoInstitutions(Institutions institutions) {
        this.institutions = institutions;
    }

    /** Adds those of a prefecture, or says the same of them again. */
    public void seed(FictitiousInstitutions fictitious, String prefecture) {
        Stream.concat(fictitious.offices().stream(), fictitious.clinics().stream())
                .map(one -> institution(one, prefecture))
                .forEach(institutions::put);
    }

    private static Institution institution(FictitiousInstitutions.Institution one, String prefecture) {
        return new Institution(
                one.medical() ? InstitutionId.clinic(one.number()) : InstitutionId.office(one.number()),
                one.name(),
                prefecture,
                KNOWN_FROM,
                one.services().stream()
                        .map(service -> new Institution.Service(service.code(), service.from(), service.until()))
                        .toList());
    }
}
