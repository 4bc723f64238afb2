package kaigo.viewing;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kaigo.access.FileGate;
import kaigo.access.FileOutcome;
import kaigo.access.FilePermit;
import kaigo.access.Opened;
import kaigo.access.PartQuery;
import kaigo.access.PartReader;
import kaigo.access.PartSql;
import kaigo.access.PersonGate;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.benefits.Benefits;
import kaigo.cards.Cards;
import kaigo.careplan.Plans;
import kaigo.certification.Certifications;
import kaigo.consent.ConsentLine;
import kaigo.consent.ConsentStates;
import kaigo.consent.UnconfirmedNote;
import kaigo.consent.rules.ConsentState;
import kaigo.filing.Filings;
import kaigo.filing.rules.FilingCourse;
import kaigo.insured.Banner;
import kaigo.insured.Banners;
import kaigo.intake.Freshness;
import kaigo.intake.Freshness.LastLink;
import kaigo.life.Evaluations;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
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

    private static final Map<Part, PartSql> STATEMENTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Part.CARDS, Cards.INSURANCE_CARDS),
            Map.entry(Part.BURDEN_RATIOS, Cards.BURDEN_RATIOS),
            Map.entry(Part.BURDEN_LIMITS, Cards.BURDEN_LIMITS),
            Map.entry(Part.OTHER_REDUCTIONS, Cards.OTHER_REDUCTIONS),
            Map.entry(Part.CERTIFICATIONS, Certifications.APPLICATIONS),
            Map.entry(Part.PROGRESS, Certifications.PROGRESS),
            Map.entry(Part.SURVEYS, Certifications.SURVEYS),
            Map.entry(Part.OPINIONS, Certifications.OPINIONS),
            Map.entry(Part.COMMITTEE_SHEETS, Certifications.COMMITTEE_SHEETS),
            Map.entry(Part.FORMS, Certifications.FORMS),
            Map.entry(Part.HOME_MODIFICATIONS, Benefits.HOME_MODIFICATIONS),
            Map.entry(Part.EQUIPMENT_PURCHASES, Benefits.EQUIPMENT_PURCHASES),
            Map.entry(Part.LIFE, Evaluations.BY_MONTH),
            Map.entry(Part.CARE_PLANS, Plans.WITH_TABLES)));

    private static final Map<Part, PartQuery<Part>> EACH = STATEMENTS.entrySet().stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey,
                    part -> PartQuery.of(Part.class, Map.of(part.getKey(), part.getValue())),
                    (one, other) -> one,
                    () -> new EnumMap<>(Part.class)));

    private static final PartQuery<Part> ALL = PartQuery.of(Part.class, STATEMENTS);

    private static final Map<Tab, PartQuery<Part>> OF_TABS = queries(Tab.class, Tab::parts);

    private static final Map<Printout, PartQuery<Part>> OF_PRINTOUTS = queries(Printout.class, Printout::parts);

    /** For each that has parts, one statement. */
    private static <E extends Enum<E>> Map<E, PartQuery<Part>> queries(Class<E> type, Function<E, List<Part>> parts) {
        Map<E, PartQuery<Part>> queries = new EnumMap<>(type);
        for (E one : type.getEnumConstants()) {
            Map<Part, PartSql> those = new EnumMap<>(STATEMENTS);
            those.keySet().retainAll(parts.apply(one));
            if (!those.isEmpty()) {
                queries.put(one, PartQuery.of(Part.class, those));
            }
        }
        return queries;
    }

    private final PersonGate gate;
    private final FileGate files;
    private final Banners banners;
    private final ConsentStates consents;
    private final Filings filings;
    private final PartReader reader;
    private final Freshness freshness;
    private final LastLooks looks;
    private final AccessEnds ends;
    private final InstantSource clock;

    PersonFiles(
            PersonGate gate,
            FileGate files,
            Banners banners,
            ConsentStates consents,
            Filings filings,
            PartReader reader,
            Freshness freshness,
            LastLooks looks,
            AccessEnds ends,
            InstantSource clock) {
        this.gate = gate;
        this.files = files;
        this.banners = banners;
        this.consents = consents;
        this.filings = filings;
        this.reader = reader;
        this.freshness = freshness;
        this.looks = looks;
        this.ends = ends;
        this.clock = clock;
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

    /**
     * 包括同意 on a day, and what was said until now.
     *
     * @param notes 同意を確認できない, those that the viewer may read
     */
    public record ConsentCourse(ConsentState state, List<ConsentLine> lines, List<UnconfirmedNote> notes) {}

    /** None for whoever may not see it. */
    public List<FileOutcome<Optional<ConsentCourse>>> openConsent(
            InstitutionViewer viewer, PersonKey person, LocalDate day) {
        return gate.open(viewer, person, EnumSet.of(Kind.CONSENT_STATE), permit -> {
            List<ConsentLine> lines = consents.list(permit, viewer.institution());
            return consents.find(permit, day).map(state -> new ConsentCourse(state, lines, List.of()));
        });
    }

    /**
     * 利用者詳細の一面: who it is, and the records of a tab.
     *
     * @param banner none for whoever may not see it
     * @param consent of that tab only
     * @param filings of that tab only; none for whoever may not see them
     * @param news of an office, on a tab of which it is remembered when it was seen
     * @param end until when the institution may look; none for an insurer, and on paper
     */
    public record Leaf(
            Optional<Banner> banner,
            Map<Part, String> parts,
            Optional<ConsentCourse> consent,
            Optional<FilingCourse> filings,
            LastLink link,
            Optional<News> news,
            Optional<AccessEnd> end) {}

    /** Who it is in one file, and nothing else. */
    public Opened<Leaf> openBanner(InstitutionViewer viewer, PersonKey person) {
        Set<Kind> asked = EnumSet.of(Kind.BANNER);
        return files.open(viewer, person.insurer(), person.insured(), asked, permit -> withBanner(permit, Map.of()));
    }

    /** What goes on paper of one file; of the other files of the person nothing does. */
    public Opened<Leaf> print(InstitutionViewer viewer, PersonKey person, Printout printout) {
        return files.print(viewer, person, printout.kinds(), permit -> {
            PartQuery<Part> query = OF_PRINTOUTS.get(printout);
            return withBanner(permit, query == null ? Map.of() : reader.read(permit, query));
        });
    }

    private Leaf withBanner(FilePermit permit, Map<Part, String> parts) {
        return new Leaf(
                banners.find(permit),
                parts,
                Optional.empty(),
                Optional.empty(),
                freshness.findLastLink(permit, Days.of(clock.instant())),
                Optional.empty(),
                Optional.empty());
    }

    /** One look for all that stands on a page; of an office it is remembered that it has seen it. */
    public List<FileOutcome<Leaf>> openTab(InstitutionViewer viewer, PersonKey person, Tab tab) {
        List<FileOutcome<Leaf>> opened = gate.open(
                viewer,
                person,
                tab.kinds(),
                permit -> leaf(
                        permit,
                        tab,
                        looks.find(permit, viewer.institution(), tab),
                        Optional.of(ends.find(permit, viewer.institution(), Days.of(clock.instant()))),
                        tab == Tab.CONSENT ? course(permit, viewer.institution()) : Optional.empty()));
        looks.remember(viewer.institution(), tab, opened);
        return opened;
    }

    /** The same for a form about the person: what is new on the tab stays so. */
    public List<FileOutcome<Leaf>> openForForm(InstitutionViewer viewer, PersonKey person, Tab tab) {
        return gate.open(
                viewer,
                person,
                tab.kinds(),
                permit -> leaf(
                        permit,
                        tab,
                        Optional.empty(),
                        Optional.of(ends.find(permit, viewer.institution(), Days.of(clock.instant()))),
                        tab == Tab.CONSENT ? course(permit, viewer.institution()) : Optional.empty()));
    }

    private Optional<ConsentCourse> course(FilePermit permit, InstitutionId reader) {
        return consents.find(permit)
                .map(state ->
                        new ConsentCourse(state, consents.list(permit, reader), consents.listNotes(permit, reader)));
    }

    Leaf leaf(
            FilePermit permit, Tab tab, Optional<News> news, Optional<AccessEnd> end, Optional<ConsentCourse> consent) {
        PartQuery<Part> query = OF_TABS.get(tab);
        Map<Part, String> parts = query == null ? Map.of() : reader.read(permit, query);
        return new Leaf(
                banners.find(permit),
                parts,
                consent,
                tab == Tab.FILING && permit.shows(Kind.FILING) ? Optional.of(filings.list(permit)) : Optional.empty(),
                freshness.findLastLink(permit, Days.of(clock.instant())),
                news,
                end);
    }

    /** The records of a part, a JSON array; an empty one where nothing is shown. */
    public List<FileOutcome<String>> open(InstitutionViewer viewer, PersonKey person, Part part) {
        PartQuery<Part> query = Objects.requireNonNull(EACH.get(part));
        return gate.open(
                viewer,
                person,
                part.kinds(),
                permit -> Objects.requireNonNull(reader.readLast(permit, query).get(part)));
    }

    /** Every part at once, in one round trip. */
    public List<FileOutcome<Map<Part, String>>> openAll(InstitutionViewer viewer, PersonKey person) {
        return gate.open(viewer, person, OF_ALL_PARTS, permit -> reader.readLast(permit, ALL));
    }
}
