package kaigo.viewing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kaigo.access.FileOutcome;
import kaigo.access.FilePermit;
import kaigo.access.PersonGate;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.benefits.Benefits;
import kaigo.cards.Cards;
import kaigo.careplan.Plans;
import kaigo.certification.Certifications;
import kaigo.consent.ConsentLine;
import kaigo.consent.ConsentStates;
import kaigo.consent.rules.ConsentState;
import kaigo.insured.Banner;
import kaigo.insured.Banners;
import kaigo.life.Evaluations;
import kaigo.shared.InstitutionViewer;
import org.springframework.stereotype.Component;

/**
 * 一人の記録: its parts, each from the room that holds it, under one permit. Whoever has files at several insurers answers
 * with all of them, the one that was asked for first.
 */
@Component
public class PersonFiles {

    private static final Set<Kind> OF_ALL_PARTS = Arrays.stream(Part.values())
            .flatMap(part -> part.kinds().stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));

    private final PersonGate gate;
    private final Banners banners;
    private final ConsentStates consents;
    private final Map<Part, Function<FilePermit, String>> readers;

    PersonFiles(
            PersonGate gate,
            Banners banners,
            ConsentStates consents,
            Cards cards,
            Certifications certifications,
            Benefits benefits,
            Evaluations evaluations,
            Plans plans) {
        this.gate = gate;
        this.banners = banners;
        this.consents = consents;
        this.readers = new EnumMap<>(Map.ofEntries(
                Map.entry(Part.CARDS, cards::listCards),
                Map.entry(Part.BURDEN_RATIOS, cards::listBurdenRatios),
                Map.entry(Part.BURDEN_LIMITS, cards::listBurdenLimits),
                Map.entry(Part.OTHER_REDUCTIONS, cards::listOtherReductions),
                Map.entry(Part.CERTIFICATIONS, certifications::listApplications),
                Map.entry(Part.PROGRESS, certifications::listProgress),
                Map.entry(Part.SURVEYS, certifications::listSurveys),
                Map.entry(Part.OPINIONS, certifications::listOpinions),
                Map.entry(Part.COMMITTEE_SHEETS, certifications::listCommitteeSheets),
                Map.entry(Part.FORMS, certifications::listForms),
                Map.entry(Part.HOME_MODIFICATIONS, benefits::listHomeModifications),
                Map.entry(Part.EQUIPMENT_PURCHASES, benefits::listEquipmentPurchases),
                Map.entry(Part.LIFE, evaluations::list),
                Map.entry(Part.CARE_PLANS, plans::list)));
    }

    /** Who it is, and whether its consent is in force. */
    public record Cover(Banner banner, ConsentState consent) {}

    /** The cover with the decision on every kind: what could be opened, not whether there is anything. */
    public List<FileOutcome<Optional<Cover>>> openCover(InstitutionViewer viewer, PersonKey person) {
        Set<Kind> asked = EnumSet.of(Kind.BANNER, Kind.CONSENT_STATE);
        return gate.open(viewer, person, asked, permit -> {
            Optional<ConsentState> consent = consents.find(permit);
            return banners.find(permit).flatMap(banner -> consent.map(state -> new Cover(banner, state)));
        });
    }

    /** 包括同意 on a day, and what was said until now. */
    public record ConsentCourse(ConsentState state, List<ConsentLine> lines) {}

    /** None for whoever may not see it. */
    public List<FileOutcome<Optional<ConsentCourse>>> openConsent(
            InstitutionViewer viewer, PersonKey person, LocalDate day) {
        return gate.open(viewer, person, EnumSet.of(Kind.CONSENT_STATE), permit -> {
            List<ConsentLine> lines = consents.list(permit);
            return consents.find(permit, day).map(state -> new ConsentCourse(state, lines));
        });
    }

    /** The records of a part, a JSON array; an empty one where nothing is shown. */
    public List<FileOutcome<String>> open(InstitutionViewer viewer, PersonKey person, Part part) {
        return gate.open(viewer, person, part.kinds(), reader(part));
    }

    /** Every part at once. */
    public List<FileOutcome<Map<Part, String>>> openAll(InstitutionViewer viewer, PersonKey person) {
        return gate.open(viewer, person, OF_ALL_PARTS, permit -> {
            Map<Part, String> parts = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                parts.put(part, reader(part).apply(permit));
            }
            return parts;
        });
    }

    private Function<FilePermit, String> reader(Part part) {
        Function<FilePermit, String> reader = readers.get(part);
        if (reader == null) {
            throw new IllegalStateException("nobody reads " + part);
        }
        return reader;
    }
}
