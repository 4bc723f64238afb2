package kaigo.viewing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.access.FilePermit;
import kaigo.access.ListPermit;
import kaigo.access.Permit;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.ChangeCursor.Since;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which kinds of information changed, over the views that the rooms publish ({@code V143}). */
@Component
class ChangeStore {

    /**
     * An xid is the low half of a transaction's number; the whole one is the greatest that is not ahead of us. Of a change
     * whose transaction is not known any more the time counts, with an hour for whoever was slow to commit. What opens on a day
     * is new on that day, whenever it was registered.
     */
    private static final String CHANGED = """
            select distinct q.insurer_number, q.insured_number, c.kind
            from unnest(:insurers, :insureds, :ats::timestamptz[], :transactions::bigint[])
                as q (insurer_number, insured_number, since_at, since_transaction)
            cross join (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as here) as s
            cross join lateral (%s) as c
            where (c.open_from is null or c.open_from <= :today)
                and (c.at > case when c.xid is null then q.since_at - interval '1 hour' else q.since_at end
                    or s.here - ((s.here - c.xid::text::bigint) & 4294967295) >= q.since_transaction
                    or c.open_from > (q.since_at at time zone 'Asia/Tokyo')::date)""".formatted(Stream.of(
                    "insured", "cards", "benefits", "certification", "consent", "filing", "life", "careplan")
            .map(room -> "select kind, at, xid, open_from from " + room + ".changes r"
                    + " where r.insurer_number = q.insurer_number and r.insured_number = q.insured_number")
            .collect(Collectors.joining(" union all ")));

    /** Of the rooms only 要介護認定 has days to come. Person by person: joined, its view would be read as a whole. */
    private static final String OPENING = """
            select q.insurer_number, q.insured_number, o.day
            from unnest(:insurers, :insureds) as q (insurer_number, insured_number)
            cross join lateral (select min(r.day) as day from certification.opening r
                where r.insurer_number = q.insurer_number and r.insured_number = q.insured_number and r.day > :today) as o
            where o.day is not null""";

    /** 支援措置: when something about such a person changes is told to nobody, so they always count as changed. */
    private static final String HIDDEN = """
            select h.insurer_number, h.insured_number from insured.address_hidden h
            join unnest(:insurers, :insureds) as q (insurer_number, insured_number)
                on q.insurer_number = h.insurer_number and q.insured_number = h.insured_number""";

    private final JdbcClient database;

    ChangeStore(JdbcClient database) {
        this.database = database;
    }

    /** What this very snapshot sees: all of whatever was finished before the oldest transaction still under way. */
    Since seen(Permit permit, Instant now) {
        return new Since(
                database.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                        .query(Long.class)
                        .single(),
                now);
    }

    /** Of the kinds asked for, those that changed and that the permit shows; in the order of the page. */
    Map<PersonKey, Set<Kind>> list(ListPermit permit, Set<Kind> asked, Since since, LocalDate today) {
        Map<PersonKey, Set<Kind>> shown = shown(permit, asked);
        Map<PersonKey, Since> sinces = new LinkedHashMap<>();
        shown.keySet().forEach(person -> sinces.put(person, since));
        Map<PersonKey, Set<Kind>> found = changed(sinces, today);
        hidden(shown.keySet()).forEach(person -> found.put(person, asked));
        return both(shown, found);
    }

    /** The same of each since its own time; of whoever is under 支援措置 nothing at all. */
    Map<PersonKey, Set<Kind>> list(ListPermit permit, Set<Kind> asked, Map<PersonKey, Since> since, LocalDate today) {
        Map<PersonKey, Set<Kind>> shown = shown(permit, asked);
        shown.keySet().retainAll(since.keySet());
        shown.keySet().removeAll(hidden(shown.keySet()));
        Map<PersonKey, Since> sinces = new LinkedHashMap<>(since);
        sinces.keySet().retainAll(shown.keySet());
        return both(shown, changed(sinces, today));
    }

    /** Of those whose 進捗 is shown: the first day to come on which a decision is told. */
    Map<PersonKey, LocalDate> listOpening(ListPermit permit, LocalDate today) {
        Set<PersonKey> shown = new HashSet<>(permit.listFor(Kind.PROGRESS));
        shown.removeAll(hidden(shown));
        Map<PersonKey, LocalDate> days = new HashMap<>();
        of(shown, OPENING).param("today", today).query(row -> {
            days.put(person(row.getString(1), row.getString(2)), row.getObject(3, LocalDate.class));
        });
        return days;
    }

    /** The same of one person. */
    Set<Kind> find(FilePermit permit, Set<Kind> asked, Since since, LocalDate today) {
        if (!permit.addressOpen()) {
            return Set.of();
        }
        PersonKey person = new PersonKey(permit.insurer(), permit.insured());
        return changed(Map.of(person, since), today).getOrDefault(person, Set.of()).stream()
                .filter(kind -> asked.contains(kind) && permit.shows(kind))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    private Map<PersonKey, Set<Kind>> changed(Map<PersonKey, Since> since, LocalDate today) {
        Map<PersonKey, Set<Kind>> found = new HashMap<>();
        of(since.keySet(), CHANGED)
                .param(
                        "ats",
                        array(
                                since.values(),
                                one -> OffsetDateTime.ofInstant(one.at(), ZoneOffset.UTC)
                                        .toString()))
                .param("transactions", array(since.values(), one -> String.valueOf(one.transaction())))
                .param("today", today)
                .query(row -> {
                    PersonKey person = person(row.getString(1), row.getString(2));
                    found.computeIfAbsent(person, key -> EnumSet.noneOf(Kind.class))
                            .add(Kind.valueOf(row.getString(3)));
                });
        return found;
    }

    private Set<PersonKey> hidden(Set<PersonKey> persons) {
        return new HashSet<>(of(persons, HIDDEN)
                .query((row, n) -> person(row.getString(1), row.getString(2)))
                .list());
    }

    private static Map<PersonKey, Set<Kind>> both(Map<PersonKey, Set<Kind>> shown, Map<PersonKey, Set<Kind>> found) {
        Map<PersonKey, Set<Kind>> changed = new LinkedHashMap<>();
        shown.forEach((person, kinds) -> {
            Set<Kind> its = EnumSet.copyOf(kinds);
            its.retainAll(found.getOrDefault(person, Set.of()));
            if (!its.isEmpty()) {
                changed.put(person, its);
            }
        });
        return changed;
    }

    private static Map<PersonKey, Set<Kind>> shown(ListPermit permit, Set<Kind> asked) {
        Map<Kind, Set<PersonKey>> byKind = new EnumMap<>(Kind.class);
        asked.forEach(kind -> byKind.put(kind, new LinkedHashSet<>(permit.listFor(kind))));
        Map<PersonKey, Set<Kind>> shown = new LinkedHashMap<>();
        byKind.forEach((kind, persons) -> persons.forEach(person ->
                shown.computeIfAbsent(person, key -> EnumSet.noneOf(Kind.class)).add(kind)));
        return shown;
    }

    private JdbcClient.StatementSpec of(Set<PersonKey> persons, String statement) {
        return database.sql(statement)
                .param("insurers", PersonKey.insurers(persons))
                .param("insureds", PersonKey.insureds(persons));
    }

    private static <T> String[] array(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static PersonKey person(String insurer, String insured) {
        return new PersonKey(new InsurerNumber(insurer), new InsuredNumber(insured));
    }
}
