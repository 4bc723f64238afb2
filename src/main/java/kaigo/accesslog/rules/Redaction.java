package kaigo.accesslog.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.access.PersonKey;
import kaigo.access.rules.Decision.Ground;
import kaigo.accesslog.rules.Entry.Said;
import kaigo.accesslog.rules.Line.Who;

/**
 * 見せ方の規則: which entries stand in a reader's log ({@link Topic}), and what of them is shown ({@link Facet}). A log must not
 * tell of others: of another office's doings, of a relative's, of an inquiry under way, of where a person under 支援措置 is
 * cared for.
 */
public final class Redaction {

    /** Purposes that tell of an inquiry. */
    public static final Set<String> INQUIRY = Set.of("OPEN_INQUIRY", "END_INQUIRY");

    private static final Set<String> GROUNDS =
            Arrays.stream(Ground.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Reader reader;
    private final Circumstances around;

    public Redaction(Reader reader, Circumstances around) {
        this.reader = reader;
        this.around = around;
    }

    /** Empty if the entry does not stand in this reader's log. */
    public Optional<Line> show(Entry entry) {
        Topic topic = Topic.of(entry);
        boolean stands = allows(topic.of(reader.kind()), isOwn(topic, entry), entry);
        return stands && !isWithheld(entry) ? Optional.of(line(topic, entry)) : Optional.empty();
    }

    private boolean isWithheld(Entry entry) {
        return reader instanceof Reader.Self && around.withhold(entry, own(concerned(entry)));
    }

    private boolean isOwn(Topic topic, Entry entry) {
        Actor actor = entry.actor();
        return switch (reader) {
            case Reader.Self self ->
                switch (topic) {
                    case SIGN_IN, LOG -> isOneOf(self.files(), actor);
                    case LOOK, TRY, WORK, REFUSAL, ACCOUNT, JOB ->
                        !own(concerned(entry)).isEmpty();
                };
            case Reader.Municipality its ->
                switch (topic) {
                    case LOOK, TRY -> concernsInsurer(its, entry);
                    case SIGN_IN, REFUSAL -> isStaffOf(its, actor);
                    case WORK, ACCOUNT ->
                        isStaffOf(its, actor) || its.insurer().value().equals(entry.insurer());
                    case LOG, JOB -> false;
                };
            case Reader.Institution its -> isOf(its, actor) || isAccountOf(its, entry.said());
            case Reader.Operator operator -> true;
        };
    }

    private boolean concernsInsurer(Reader.Municipality its, Entry entry) {
        boolean itsList = entry.listed() > 0 && its.insurer().value().equals(entry.insurer());
        return itsList
                || !own(entry.persons()).isEmpty()
                || !own(entry.tried()).isEmpty()
                || !own(entry.listsReader()).isEmpty();
    }

    private static boolean isOneOf(Set<PersonKey> files, Actor actor) {
        return actor.kind() == Actor.Kind.INSURED
                && files.stream()
                        .anyMatch(file -> file.insurer().value().equals(actor.organisation())
                                && file.insured().value().equals(actor.login()));
    }

    private static boolean isStaffOf(Reader.Municipality its, Actor actor) {
        return actor.kind().isOfInsurer() && its.insurer().value().equals(actor.organisation());
    }

    private static boolean isOf(Reader.Institution its, Actor actor) {
        return actor.kind().isInstitution()
                && actor.kind().name().equals(its.institution().kind().name())
                && its.institution().number().equals(actor.organisation());
    }

    private static boolean isAccountOf(Reader.Institution its, Said said) {
        return said.account() != null
                && said.account().startsWith(its.institution().holder() + "/");
    }

    /** Whether what is meant belongs to the reader; the cell of OWN asks it. */
    private boolean allows(Handling handling, boolean own, Entry entry) {
        return switch (handling) {
            case SHOWN -> true;
            case HIDDEN -> false;
            case OWN -> own;
            case UNLESS_PROTECTED -> !around.protect(own(concerned(entry)));
            case UNLESS_INQUIRY -> !INQUIRY.contains(String.valueOf(entry.said().purpose()));
        };
    }

    private boolean shows(Facet facet, Entry entry) {
        return allows(facet.of(reader.kind()), isOwnStaff(entry.actor()), entry);
    }

    private boolean isOwnStaff(Actor actor) {
        return switch (reader) {
            case Reader.Self self -> false;
            case Reader.Municipality its -> isStaffOf(its, actor);
            case Reader.Institution its -> isOf(its, actor);
            case Reader.Operator operator -> true;
        };
    }

    private Line line(Topic topic, Entry entry) {
        Said said = entry.said();
        boolean refused = shows(Facet.REFUSED, entry);
        boolean account = shows(Facet.ACCOUNT, entry);
        return new Line(
                entry.at(),
                entry.requestId(),
                entry.event(),
                topic,
                who(entry),
                persons(entry.persons(), entry.listsReader()),
                persons(entry.tried(), Set.of()),
                count(entry),
                shows(Facet.GRANTED, entry) ? kinds(said, true) : Map.of(),
                refused ? kinds(said, false) : Map.of(),
                shows(Facet.PURPOSE, entry) ? said.purpose() : null,
                refused ? said.answer() : null,
                shows(Facet.ACT, entry) ? said.act() : null,
                account ? said.action() : null,
                account ? said.account() : null,
                account ? said.reason() : null,
                shows(Facet.REMOTE, entry) ? said.remote() : null);
    }

    private Who who(Entry entry) {
        Actor actor = entry.actor();
        // The "account" of one of the insured is its number.
        boolean login = actor.kind() != Actor.Kind.INSURED && shows(Facet.LOGIN, entry);
        return new Who(
                actor.kind(),
                shows(Facet.ORGANISATION, entry) ? actor.organisation() : "",
                shows(Facet.JOBS, entry) ? entry.said().jobs() : List.of(),
                login ? actor.login() : "");
    }

    private List<PersonKey> persons(Set<PersonKey> named, Set<PersonKey> inList) {
        return switch (Facet.PERSONS.of(reader.kind())) {
            case SHOWN -> named.stream().sorted(PersonKey.IN_ORDER).toList();
            case OWN ->
                Stream.concat(own(named).stream(), inList.stream())
                        .distinct()
                        .sorted(PersonKey.IN_ORDER)
                        .toList();
            case HIDDEN, UNLESS_PROTECTED, UNLESS_INQUIRY -> List.of();
        };
    }

    private int count(Entry entry) {
        Set<PersonKey> all = entry.tried().isEmpty() ? entry.persons() : entry.tried();
        return switch (Facet.COUNT.of(reader.kind())) {
            case SHOWN -> Math.max(entry.listed(), all.size());
            case OWN -> Math.max(entry.listed(), own(all).size());
            case HIDDEN, UNLESS_PROTECTED, UNLESS_INQUIRY -> 0;
        };
    }

    private static Map<String, String> kinds(Said said, boolean granted) {
        Map<String, String> those = new TreeMap<>(said.kinds());
        those.values().removeIf(word -> GROUNDS.contains(word) != granted);
        return those;
    }

    /** Everybody of whom something left, as far as it is known here. */
    private static Set<PersonKey> concerned(Entry entry) {
        return Stream.concat(entry.persons().stream(), entry.listsReader().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<PersonKey> own(Set<PersonKey> persons) {
        return switch (reader) {
            case Reader.Self self -> intersection(persons, self.files());
            case Reader.Municipality its ->
                persons.stream()
                        .filter(person -> person.insurer().equals(its.insurer()))
                        .collect(Collectors.toUnmodifiableSet());
            case Reader.Institution its -> persons;
            case Reader.Operator operator -> persons;
        };
    }

    private static Set<PersonKey> intersection(Set<PersonKey> persons, Set<PersonKey> files) {
        return persons.stream().filter(files::contains).collect(Collectors.toUnmodifiableSet());
    }
}
