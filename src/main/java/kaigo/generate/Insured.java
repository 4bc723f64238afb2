package kaigo.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.layout.Layout;
import kaigo.layout.Row;
import kaigo.shared.UpdateType;
import kaigo.shared.YyyyMmDd;
import org.jspecify.annotations.Nullable;

/**
 * A person with all that care insurance knows of him on a day: what the rows of every interface are made from. Rows hold
 * only what happened up to the day; what they hold on one day they hold on every later one, unless it was a mistake.
 *
 * @param insurerName as it stands on a certificate
 * @param course his applications up to the day
 * @param base 基準日 of his insurer: how far back the files go
 * @param lostOn when he ceased to be insured, or null
 */
record Insured(
        Person person,
        String insurerName,
        Draw draw,
        List<Certification> course,
        FictitiousInstitutions institutions,
        LocalDate base,
        LocalDate day,
        @Nullable LocalDate lostOn) {

    /** Whether it has happened by the day, to somebody who was insured then. */
    boolean knows(LocalDate date) {
        return !date.isAfter(day) && (lostOn == null || !date.isAfter(lostOn));
    }

    /** The date if it has come. */
    @Nullable
    LocalDate past(LocalDate date) {
        return date.isAfter(day) ? null : date;
    }

    /** The certifications with a level, in their order. */
    Stream<Certification> certifications() {
        return course.stream().filter(one -> one.isCertifiedBy(day));
    }

    Optional<Certification> firstCertification() {
        return certifications().findFirst();
    }

    /** The certification whose period the date lies in; of two the later one. */
    Optional<Certification> inForceOn(LocalDate date) {
        return certifications().filter(one -> one.isInForceOn(date)).reduce((earlier, later) -> later);
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

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static Certification.Decision decision(Certification one) {
        return Objects.requireNonNull(one.decided());
    }
}
