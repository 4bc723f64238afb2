package kaigo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.generate.DailyPlan.Change;
import kaigo.generate.DailyPlan.Fate;
import kaigo.layout.CanonicalForm;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * M01 以外のレコード: what the persons of a population have on its 基準日 (初期セットアップ), and what of it changed between two
 * days (日次): a key that is new, another content, a key that is gone.
 */
public final class CareRecords {
    private static final List<String> CARDS_AND_BENEFITS = List.of("M02", "M03", "M04", "M05", "M06");

    /** So that no part grows beyond the limit of a file. */
    private static final int PERSONS_OF_A_SET = 50_000;

    private static final List<String> THE_REST = List.of("M09", "M10", "M13", "M12", "M11", "K01", "X01", "X02");

    private final Population population;
    private final Persons persons;
    private final FictitiousInstitutions institutions;

    public CareRecords(Population population) {
        this.population = population;
        this.persons = new Persons(population);
        this.institutions =
                new FictitiousInstitutions(population.insurerNumber().substring(0, 2));
    }

    /** The interfaces of a set-up or of a day, in the order in which they are sent. */
    public static List<String> interfaces(ProcessingType type) {
        List<String> ids = new ArrayList<>(CARDS_AND_BENEFITS);
        ids.add(type == ProcessingType.INITIAL ? "M07" : "M08");
        ids.addAll(THE_REST);
        return ids;
    }

    /** All records of the interface on 基準日, in the order of 被保険者番号. */
    public Records initial(String interfaceId) {
        return initial(interfaceId, 0, population.count());
    }

    /** The same in parts that each fit into one set of files; made anew whenever asked. */
    public List<Supplier<Records>> initialSets(String interfaceId) {
        int step = isOfMeetings(interfaceId) ? population.count() : PERSONS_OF_A_SET;
        return IntStream.iterate(0, from -> from < population.count(), from -> from + step)
                .<Supplier<Records>>mapToObj(
                        from -> () -> initial(interfaceId, from, Math.min(population.count(), from + step)))
                .toList();
    }

    /** Whom offices serve on 基準日. */
    public Stream<Served> served() {
        return made(0, population.count()).flatMap(Served::of);
    }

    /** Those of the persons from one index to another. */
    Records initial(String interfaceId, int from, int to) {
        Layout layout = Layouts.newest(interfaceId).orElseThrow();
        if (isOfMeetings(interfaceId)) {
            List<Row> papers = MeetingRows.papers(made(from, to), population, population.baseDate());
            return initial(layout, papers.size(), papers.iterator());
        }
        Function<Insured, List<Row>> made = rows(layout);
        int count = made(from, to)
                .mapToInt(one -> isApplication(layout)
                        ? one.course().size()
                        : made.apply(one).size())
                .sum();
        Iterator<Row> rows =
                made(from, to).flatMap(one -> made.apply(one).stream()).iterator();
        return initial(layout, count, rows);
    }

    private Records initial(Layout layout, int count, Iterator<Row> rows) {
        return new Records(layout, population, ProcessingType.INITIAL, population.baseDate(), count, rows);
    }

    /** Whether its records are about meetings, in which many persons come together. */
    private static boolean isOfMeetings(String interfaceId) {
        return interfaceId.equals("M11");
    }

    private static boolean isApplication(Layout layout) {
        return layout.head().itemsOf().equals("M08");
    }

    private Stream<Insured> made(int from, int to) {
        return IntStream.range(from, to).mapToObj(index -> insured(index, population.baseDate(), Optional.empty()));
    }

    /**
     * What changed since another day: 新規, 更新 and 削除.
     *
     * @param plan of the day; whom M01 has taken out of the register by then brings nothing more
     * @param neighbour the neighbour's plan of the same day, as for M01
     * @param since the day of the file before: 基準日 or a later one; null: nothing was sent before, so all is 新規
     */
    public Records daily(String interfaceId, DailyPlan plan, @Nullable DailyPlan neighbour, @Nullable LocalDate since) {
        if (since != null && (since.isBefore(population.baseDate()) || !since.isBefore(plan.day()))) {
            throw new IllegalArgumentException("a day's changes begin on 基準日 or later, and before the day");
        }
        Layout layout = Layouts.newest(interfaceId).orElseThrow();
        CanonicalForm form = new CanonicalForm(layout);
        if (isOfMeetings(interfaceId)) {
            List<Row> before = since == null ? List.of() : meetings(plan.on(since));
            return changes(layout, plan, differences(before, meetings(plan), form));
        }
        Function<Insured, List<Row>> made = rows(layout);
        List<Row> changes = new ArrayList<>();
        for (int index = 0; index < population.count(); index++) {
            Optional<Fate> fate = plan.fate(index);
            if (!isTakenOut(plan, index)) {
                List<Row> before = since == null ? List.of() : made.apply(insured(index, since, fate));
                changes.addAll(differences(before, made.apply(insured(index, plan.day(), fate)), form));
            }
        }
        arrivals(plan, neighbour).forEach(one -> changes.addAll(made.apply(one)));
        return changes(layout, plan, changes);
    }

    private Records changes(Layout layout, DailyPlan plan, List<Row> changes) {
        return new Records(layout, population, ProcessingType.DAILY, plan.day(), changes.size(), changes.iterator());
    }

    /** Whether M01 has taken the person out by the plan's day, as one who was never insured. */
    private static boolean isTakenOut(DailyPlan plan, int index) {
        return plan.fate(index).map(Fate::change).orElse(null) == Change.WRONG_RECORD;
    }

    private List<Row> meetings(DailyPlan plan) {
        Stream<Insured> insured = IntStream.range(0, population.count())
                .filter(index -> !isTakenOut(plan, index))
                .mapToObj(index -> insured(index, plan.day(), plan.fate(index)));
        return MeetingRows.papers(insured, population, plan.day());
    }

    private Insured insured(int index, LocalDate day, Optional<Fate> fate) {
        Person person = persons.at(index);
        Draw draw = persons.draw(index);
        LocalDate lostOn = person.qualification().lostOn();
        if (lostOn == null) {
            lostOn = fate.map(Fate::on).filter(on -> !on.isAfter(day)).orElse(null);
        }
        LocalDate base = population.baseDate();
        List<Certification> course = CareCourse.of(person, draw, base, lostOn, day);
        return new Insured(person, population.name(), draw, course, institutions, base, day, lostOn);
    }

    /** Who has moved here may be certified already; who has become 65 is not. */
    private Stream<Insured> arrivals(DailyPlan plan, @Nullable DailyPlan neighbour) {
        List<Person> arrived = new DailyRecords(plan).arrivals(neighbour).toList();
        LocalDate day = plan.day();
        return IntStream.range(0, arrived.size()).mapToObj(which -> {
            Person person = arrived.get(which);
            Draw draw = persons.draw(plan.arrivalIndex(which));
            List<Certification> course = CareCourse.ofArrival(person, draw, day);
            return new Insured(person, population.name(), draw, course, institutions, day, day, null);
        });
    }

    private static List<Row> differences(List<Row> before, List<Row> after, CanonicalForm form) {
        Map<List<@Nullable String>, Row> known = new LinkedHashMap<>();
        before.forEach(row -> known.put(key(row), row));
        List<Row> changes = new ArrayList<>();
        for (Row row : after) {
            Row former = known.remove(key(row));
            if (former == null) {
                changes.add(row);
            } else if (!form.json(former).equals(form.json(row))) {
                changes.add(as(UpdateType.UPDATE, row));
            }
        }
        known.values().forEach(row -> changes.add(as(UpdateType.DELETE, row)));
        return changes;
    }

    private static Row as(UpdateType type, Row row) {
        Insured.put(row, "updateType", type.code());
        return row;
    }

    private static List<@Nullable String> key(Row row) {
        List<@Nullable String> key = new ArrayList<>();
        for (LayoutItem item : row.layout().key()) {
            key.add(row.text(item.position()));
        }
        return key;
    }

    private static Function<Insured, List<Row>> rows(Layout layout) {
        return switch (layout.interfaceId()) {
            case "M02" -> CardRows::insuranceCards;
            case "M03" -> YearRows::burdenRatios;
            case "M04" -> YearRows::reductions;
            case "M05" -> BenefitRows::homeModifications;
            case "M06" -> BenefitRows::equipmentPurchases;
            case "M07", "M08" -> insured -> CertificationRows.applications(insured, layout);
            case "M09" -> ConsentRows::consents;
            case "M10" -> CertificationRows::progress;
            case "M12" -> FormRows::forms;
            case "M13" -> CertificationRows::requests;
            case "K01" -> ClaimRows::claims;
            case "X01" -> LifeRows::evaluations;
            case "X02" -> PlanRows::plans;
            default -> throw new IllegalArgumentException("no such records: " + layout.interfaceId());
        };
    }
}
