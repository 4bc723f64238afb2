package kaigo.generate;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.generate.Draw.Salt;
import kaigo.layout.Row;
import kaigo.layout.items.M01;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/** 日次の異動のレコード: the plan of a day as M01 records, in the order of 被保険者番号, arrivals behind the insured. */
final class DailyRecords {
    private static final int NIGHT = 5 * 3600;

    private final DailyPlan plan;
    private final Persons persons;

    DailyRecords(DailyPlan plan) {
        this.plan = plan;
        this.persons = new Persons(plan.population());
    }

    /** @param from the neighbour's plan of the same day: who moves out there arrives here; null: nobody known */
    Iterator<Row> rows(@Nullable DailyPlan from) {
        int border = firstDeemed();
        Stream<Row> ordinary = touched(0, border);
        Stream<Row> arrivals = arrivals(from).map(person -> M01Rows.of(person, UpdateType.CREATE));
        return Stream.concat(Stream.concat(ordinary, arrivals), touched(border, plan.touched()))
                .iterator();
    }

    /** Those who come to be insured on this day, in the order of {@link DailyPlan#arrivalIndex}. */
    Stream<Person> arrivals(@Nullable DailyPlan from) {
        Iterator<Person> arriving = from == null ? Collections.emptyIterator() : new DailyRecords(from).movingOut();
        return IntStream.range(0, plan.arrivals())
                .mapToObj(which -> persons.newcomer(
                        plan.arrivalIndex(which), plan.day(), arriving.hasNext() ? arriving.next() : null));
    }

    /** Those whose registration this day deletes, as the initial file had them. */
    Stream<Person> deleted() {
        return IntStream.range(0, plan.touched())
                .filter(which -> plan.change(which) == DailyPlan.Change.WRONG_RECORD)
                .mapToObj(which -> persons.at(plan.index(which)));
    }

    private Iterator<Person> movingOut() {
        return IntStream.range(0, plan.touched())
                .filter(which -> plan.change(which) == DailyPlan.Change.MOVED_OUT)
                .mapToObj(which -> persons.at(plan.index(which)))
                .filter(person -> person.qualification().lostOn() == null)
                .iterator();
    }

    private int firstDeemed() {
        int which = plan.touched();
        while (which > 0 && plan.index(which - 1) >= plan.population().ordinary()) {
            which--;
        }
        return which;
    }

    private Stream<Row> touched(int begin, int end) {
        return IntStream.range(begin, end).mapToObj(this::rows).flatMap(List::stream);
    }

    private List<Row> rows(int which) {
        int index = plan.index(which);
        Person person = persons.at(index);
        Row row = M01Rows.of(person, UpdateType.UPDATE);
        return switch (plan.change(which)) {
            case UNCHANGED -> List.of(row);
            case WRONG_RECORD -> List.of(changed(index, M01Rows.of(person, UpdateType.DELETE)));
            case WRONG_NUMBER -> wrongNumber(index, person);
            case MOVED_OUT -> List.of(changed(index, lost(row, Qualifying.MOVED_OUT)));
            case DECEASED -> List.of(changed(index, lost(row, Qualifying.DIED)));
            case RELOCATED -> List.of(changed(index, relocated(row)));
            case CORRECTED -> List.of(changed(index, corrected(row)));
        };
    }

    private List<Row> wrongNumber(int index, Person person) {
        Row right = M01Rows.of(person, UpdateType.CREATE);
        right.set(M01.MY_NUMBER, FictitiousMyNumber.corrected(plan.population(), index));
        return List.of(changed(index, M01Rows.of(person, UpdateType.DELETE)), changed(index, right));
    }

    /** Who is lost already cannot be lost again: the record is corrected instead. */
    private Row lost(Row row, String reason) {
        if (row.get(M01.LOST_ON) != null) {
            return corrected(row);
        }
        row.set(M01.LOST_ON, plan.day());
        row.set(M01.LOST_REASON, reason);
        return row;
    }

    private static Row relocated(Row row) {
        row.set(M01.ADDRESS, row.get(M01.ADDRESS) + "転居先");
        row.set(M01.ADDRESS_DETAIL, null);
        return row;
    }

    private static Row corrected(Row row) {
        row.set(M01.ADDRESS_DETAIL, "架空会館訂正棟");
        return row;
    }

    /** 更新日時 in the night before the file is made, so later than that of the initial file. */
    private Row changed(int index, Row row) {
        LocalDateTime night = plan.day().atStartOfDay();
        row.set(M01.SOURCE_UPDATED_AT, night.plusSeconds(persons.draw(index).below(NIGHT, Salt.UPDATED)));
        return row;
    }
}
