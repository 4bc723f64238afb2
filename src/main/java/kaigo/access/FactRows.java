package kaigo.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kaigo.access.ConsentReading.Filed;
import kaigo.access.ConsentReading.Line;
import kaigo.access.rules.OpinionRequest;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/** 事実の行: the rows of {@link FileFactStore}'s one statement, gathered for the viewer and for each person. */
final class FactRows {

    private boolean inOrder;
    private boolean registered;
    private List<String> jobs = List.of();
    private List<String> services = List.of();
    private @Nullable CareManagerNumber careManager;
    private final Map<PersonKey, Person> persons = new HashMap<>();

    private static final class Person {
        private boolean present;
        private boolean started;
        private boolean keyed;
        private boolean addressOpen;
        private @Nullable LocalDate lostOn;
        private @Nullable LocalDate viewableUntil;
        private final Set<PersonKey> others = new TreeSet<>(PersonKey.IN_ORDER);
        private final List<Filed> applications = new ArrayList<>();
        private final List<Request> requests = new ArrayList<>();
        private final List<Line> consent = new ArrayList<>();
    }

    private record Request(String historyNo, LocalDate filedOn) {}

    @NotAboutAPerson("facts for the gate's own decision; they leave in no answer")
    void add(ResultSet row) throws SQLException {
        String fact = row.getString("fact");
        if (fact.equals("VIEWER")) {
            addViewer(row);
            return;
        }
        Person person = persons.computeIfAbsent(
                key(row.getString("insurer_number"), row.getString("insured_number")), key -> new Person());
        switch (fact) {
            case "PERSON" -> addPerson(person, row);
            case "OTHER" -> addOther(person, row);
            case "APPLICATION" -> person.applications.add(application(row));
            case "REQUEST" -> person.requests.add(new Request(row.getString("word"), day(row, "day")));
            case "CONSENT" -> person.consent.add(line(row));
            default -> throw new IllegalStateException("an unknown fact");
        }
    }

    private void addViewer(ResultSet row) throws SQLException {
        String number = row.getString("word");
        inOrder = row.getBoolean("flag");
        registered = row.getBoolean("flag2");
        jobs = strings(row.getArray("words"));
        services = strings(row.getArray("words2"));
        careManager = number == null ? null : new CareManagerNumber(number);
    }

    private static void addPerson(Person person, ResultSet row) throws SQLException {
        person.present = row.getBoolean("flag");
        person.started = row.getBoolean("flag2");
        person.keyed = row.getString("word") != null;
        person.addressOpen = person.present && row.getString("word2") == null;
        person.lostOn = findDay(row, "day2");
        extend(person, findDay(row, "day"));
    }

    private static void addOther(Person person, ResultSet row) throws SQLException {
        person.others.add(key(row.getString("word"), row.getString("word2")));
        extend(person, findDay(row, "day"));
    }

    /** 本人確認 on any card of the person (rulings 25), also on one whose file is no longer there. */
    private static void extend(Person person, @Nullable LocalDate until) {
        LocalDate before = person.viewableUntil;
        if (before == null || until != null && until.isAfter(before)) {
            person.viewableUntil = until;
        }
    }

    private static Filed application(ResultSet row) throws SQLException {
        return new Filed(
                row.getString("word"),
                day(row, "day"),
                row.getBoolean("flag"),
                findDay(row, "day2"),
                findDay(row, "day3"),
                findDay(row, "day4"));
    }

    private static Line line(ResultSet row) throws SQLException {
        OffsetDateTime heardAt = row.getObject("at", OffsetDateTime.class);
        return new Line(
                row.getString("word"),
                day(row, "day"),
                row.getBoolean("flag"),
                findDay(row, "day2"),
                heardAt == null ? null : heardAt.toInstant(),
                findDay(row, "day3"),
                findDay(row, "day4"));
    }

    /** Of a person who is not there only what the viewer itself has to do with it. */
    @NotAboutAPerson("facts for the gate's own decision; they leave in no answer")
    FileFacts facts(PersonKey key, LocalDate today) {
        Person person = Objects.requireNonNull(persons.get(key));
        boolean present = person.present;
        List<OpinionRequest> requests = present ? requests(person) : List.of();
        Verification byKey = verification(person.viewableUntil, today);
        boolean known = byKey == Verification.VALID || !requests.isEmpty();
        return new FileFacts(
                inOrder,
                registered,
                jobs,
                careManager,
                services,
                person.started,
                present ? byKey : Verification.NONE,
                requests,
                present ? certified(person.applications, today) : Set.of(),
                present ? List.copyOf(person.consent) : List.of(),
                present ? List.copyOf(person.applications) : List.of(),
                person.lostOn,
                person.addressOpen,
                new FileFacts.Elsewhere(person.keyed, known ? List.copyOf(person.others) : List.of()));
    }

    private static Verification verification(@Nullable LocalDate until, LocalDate today) {
        if (until == null) {
            return Verification.NONE;
        }
        return today.isAfter(until) ? Verification.EXPIRED : Verification.VALID;
    }

    private static Set<String> certified(List<Filed> applications, LocalDate today) {
        return applications.stream()
                .filter(one -> one.certifiedOn() != null && !one.certifiedOn().isAfter(today))
                .map(Filed::historyNo)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The history may arrive after its request (rulings 14). */
    private static List<OpinionRequest> requests(Person person) {
        return person.requests.stream()
                .map(request ->
                        new OpinionRequest(request.filedOn(), endedOn(person.applications, request.historyNo())))
                .toList();
    }

    private static @Nullable LocalDate endedOn(List<Filed> applications, String historyNo) {
        for (Filed one : applications) {
            if (one.historyNo().equals(historyNo)) {
                return one.certifiedOn() != null ? one.certifiedOn() : one.endedOn();
            }
        }
        return null;
    }

    private static PersonKey key(String insurer, String insured) {
        return new PersonKey(new InsurerNumber(insurer), new InsuredNumber(insured));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(findDay(row, column));
    }

    private static @Nullable LocalDate findDay(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
