package kaigo.accesslog;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.access.LogGate;
import kaigo.access.Looked;
import kaigo.access.PersonKey;
import kaigo.access.SelfPermit;
import kaigo.access.SelfViewer;
import kaigo.accesslog.LogStore.Part;
import kaigo.accesslog.rules.Circumstances;
import kaigo.accesslog.rules.Line;
import kaigo.accesslog.rules.Reader;
import kaigo.accesslog.rules.Redaction;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import kaigo.shared.OperatorViewer;
import org.springframework.stereotype.Component;

/** 閲覧の記録: the front door to the logs of the insured, of insurers, of institutions, and of the platform. */
@Component
public class AccessLogs {

    private final LogGate gate;
    private final LogStore store;
    private final InquiryStore inquiries;
    private final InstantSource clock;

    AccessLogs(LogGate gate, LogStore store, InquiryStore inquiries, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /** With the marks of the person, if one was asked for. */
    public record OfInsurer(LogPage page, List<InquiryMark> inquiries) {}

    /** What concerns the insurer's own insured, or one of them; and what its own staff did. */
    public OfInsurer read(InsurerViewer viewer, Question question) {
        Redaction redaction = new Redaction(new Reader.Municipality(viewer.insurer()), Circumstances.NONE);
        return gate.look(viewer, permit -> {
            if (question.of().isEmpty()) {
                LogPage page = fill(question, redaction, Set.of(), part -> store.listAll(permit, part));
                return new Looked<>(new OfInsurer(page, List.of()), numbers(page), said(question));
            }
            InsuredNumber person = InsuredNumber.of(question.of());
            Set<PersonKey> asked = Set.of(new PersonKey(permit.insurer(), person));
            LogPage page = fill(question, redaction, asked, part -> store.list(permit, person, part));
            OfInsurer found = new OfInsurer(page, inquiries.list(permit, person));
            boolean nothing = page.lines().isEmpty() && found.inquiries().isEmpty();
            return new Looked<>(found, nothing ? List.of() : List.of(person.value()), said(question));
        });
    }

    /** What the viewer's own institution did. Empty for whoever is not its administrator. */
    public Optional<LogPage> read(InstitutionViewer viewer, Question question) {
        Redaction redaction = new Redaction(new Reader.Institution(viewer.institution()), Circumstances.NONE);
        return gate.look(viewer, permit -> {
            LogPage page = fill(question, redaction, Set.of(), part -> store.list(permit, question.of(), part));
            Map<String, Object> said = new HashMap<>(said(question));
            said.put(
                    "persons",
                    page.lines().stream()
                            .flatMap(AccessLogs::persons)
                            .distinct()
                            .toList());
            return new Looked<>(page, List.of(), said);
        });
    }

    /** @param behind entries that are not followed yet */
    public record OfPlatform(LogPage page, long behind) {}

    /** Everything, or what concerns an insurer or an institution; nobody's number. */
    public OfPlatform read(OperatorViewer viewer, Question question) {
        Redaction redaction = new Redaction(new Reader.Operator(), Circumstances.NONE);
        String of = question.of();
        return gate.look(viewer, permit -> {
            LogPage page = fill(question, redaction, Set.of(), part -> {
                if (of.isEmpty()) {
                    return store.listAll(permit, question, part.before(), part.limit());
                }
                return InsurerNumber.hasForm(of)
                        ? store.listOfInsurer(permit, of, part)
                        : store.listOfInstitution(permit, of, part);
            });
            return new Looked<>(new OfPlatform(page, store.countBehind(permit)), List.of(), said(question));
        });
    }

    /** Who looked at the viewer's own record, at any of its insurers. */
    public LogPage read(SelfViewer viewer, Question question) {
        LocalDate today = Days.of(clock.instant());
        return gate.look(viewer, permit -> {
            Set<PersonKey> files = Set.copyOf(permit.files());
            Circumstances around = new Circumstances(store.findProtected(permit), inquiries.listInForce(permit, today));
            Redaction redaction = new Redaction(new Reader.Self(files, viewer.byProxy()), around);
            LogPage page = fill(question, redaction, files, part -> ofAllFiles(permit, part));
            Instant end = question.until().plusDays(1).atStartOfDay(Days.JAPAN).toInstant();
            int tries = store.countTries(permit, question.begin(), end);
            return new Looked<>(new LogPage(page.lines(), page.next(), tries), List.of(), said(question));
        });
    }

    /** An entry that names several of them stands there once. */
    private List<Stored> ofAllFiles(SelfPermit permit, Part part) {
        return permit.files().stream()
                .flatMap(file -> store.list(permit, file, part).stream())
                .collect(Collectors.toMap(Stored::place, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(Stored::place, Place.NEWEST_FIRST))
                .limit(part.limit())
                .toList();
    }

    /** Reads on until the page is full: what is withheld leaves no gap by which it could be noticed. */
    private static LogPage fill(
            Question question, Redaction redaction, Set<PersonKey> asked, Function<Part, List<Stored>> read) {
        List<Line> lines = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        int batch = question.limit() + 1;
        Place before = question.start();
        List<Stored> found;
        do {
            found = read.apply(new Part(question.begin(), before, batch));
            for (Stored one : found) {
                redaction.show(EntryReader.read(one, asked)).ifPresent(line -> {
                    lines.add(line);
                    places.add(one.place());
                });
                before = one.place();
            }
        } while (found.size() == batch && lines.size() <= question.limit());
        if (lines.size() <= question.limit()) {
            return new LogPage(lines, null, 0);
        }
        return new LogPage(lines.subList(0, question.limit()), places.get(question.limit() - 1), 0);
    }

    /** 被保険者番号 whose records were looked at, as the page says; whom a list of 100,000 holds, it does not say. */
    private static List<String> numbers(LogPage page) {
        return page.lines().stream()
                .flatMap(line -> line.persons().stream())
                .map(person -> person.insured().value())
                .distinct()
                .toList();
    }

    private static Stream<String> persons(Line line) {
        return Stream.concat(line.persons().stream(), line.tried().stream())
                .map(person -> person.insurer().value() + "/" + person.insured().value());
    }

    /** For the entry: which part of the log was read. */
    private static Map<String, Object> said(Question question) {
        return Map.of(
                "from", question.from().toString(), "until", question.until().toString(), "limit", question.limit());
    }
}
