package kaigo.generate;

import java.time.LocalDate;
import java.util.List;
import kaigo.layout.Layout;
import kaigo.layout.Row;
import kaigo.shared.UpdateType;
import kaigo.shared.YyyyMmDd;
import org.jspecify.annotations.Nullable;

/** A person with all that care insurance knows of him on a day: what the rows of every interface are made from. */
record Insured(Person person, Draw draw, List<Certification> course, Institutions institutions, LocalDate day) {

    static Insured of(Persons persons, int index, Institutions institutions, LocalDate day) {
        Person person = persons.at(index);
        Draw draw = persons.draw(index);
        return new Insured(person, draw, CareCourse.of(person, draw, day), institutions, day);
    }

    /** The last certification that was decided, or null of somebody who was never certified. */
    @Nullable
    Certification current() {
        Certification last = null;
        for (Certification one : course) {
            last = one.isCertified() ? one : last;
        }
        return last;
    }

    /** A 新規 record with the common items. */
    Row row(Layout layout) {
        Row row = layout.newRow(0);
        put(row, "updateType", UpdateType.CREATE.code());
        put(row, "insurerNumber", person.insurerNumber());
        put(row, "insuredNumber", person.insuredNumber());
        put(row, "sourceUpdatedAt", YyyyMmDd.format(day.minusDays(1)) + "180000");
        return row;
    }

    static void put(Row row, String code, @Nullable String value) {
        int position = row.layout().position(code);
        if (position < 0) {
            throw new IllegalArgumentException(
                    "no item " + code + " in " + row.layout().id());
        }
        row.text(position, value);
    }

    static void put(Row row, String code, @Nullable LocalDate value) {
        put(row, code, value == null ? null : YyyyMmDd.format(value));
    }

    static void put(Row row, String code, int value) {
        put(row, code, String.valueOf(value));
    }
}
