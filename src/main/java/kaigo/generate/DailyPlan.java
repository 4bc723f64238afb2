package kaigo.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * 日次の異動の配分: how many of which change one day holds, and whom they touch. Persons are touched in steps of a stride
 * that begins at another place each day: nobody twice in as many days as the stride is long, so several days of the same
 * plan fit together. Shares are ours.
 *
 * @param records data records of the day
 * @param unchanged how many of them are 更新 whose content is what the initial file said
 */
public record DailyPlan(Population population, LocalDate day, int records, int unchanged) {

    /** A day on which nobody's M01 changes. */
    public static DailyPlan quiet(Population population, LocalDate day) {
        return new DailyPlan(population, day, 0, 0);
    }

    public DailyPlan {
        if (unchanged < 0 || unchanged > records || day.isBefore(population.baseDate())) {
            throw new IllegalArgumentException("unchanged records are part of the records; the day follows 基準日");
        }
        if (records > population.count()) {
            throw new IllegalArgumentException("more changes than persons");
        }
    }

    /** 異動. */
    enum Change {
        UNCHANGED,
        /** 削除 of somebody who was registered by mistake. */
        WRONG_RECORD,
        /** 削除, then 新規 with the right マイナンバー. */
        WRONG_NUMBER,
        MOVED_OUT,
        DECEASED,
        RELOCATED,
        CORRECTED
    }

    int arrivals() {
        return share(20);
    }

    /** Persons of the population whom the day touches. */
    int touched() {
        return records - arrivals() - count(Change.WRONG_NUMBER);
    }

    int count(Change change) {
        return switch (change) {
            case UNCHANGED -> unchanged;
            case WRONG_RECORD -> share(3);
            case WRONG_NUMBER -> share(3);
            case MOVED_OUT -> share(8);
            case DECEASED -> share(20);
            case RELOCATED -> share(20);
            case CORRECTED ->
                records - unchanged - arrivals() - share(3) - 2 * share(3) - share(8) - share(20) - share(20);
        };
    }

    /** Index of the touched person number {@code which}; ascending. */
    int index(int which) {
        return which * stride() + (int) (daysSince() % stride());
    }

    /** What happens to it: exact in number, well mixed. */
    Change change(int which) {
        long prime = touched() % 7919 == 0 ? 7907 : 7919;
        long place = (which * prime + daysSince()) % touched();
        for (Change change : Change.values()) {
            place -= count(change);
            if (place < 0) {
                return change;
            }
        }
        throw new IllegalStateException("the shares do not add up");
    }

    /** Index of an arrival, above those of the population and of earlier days. */
    int arrivalIndex(int which) {
        return population.count() + (int) daysSince() * arrivals() + which;
    }

    /** The same shares on another day. */
    DailyPlan on(LocalDate other) {
        return new DailyPlan(population, other, records, unchanged);
    }

    /** なりゆき: what took a person of the population out of the register, and on which day. */
    record Fate(Change change, LocalDate on) {}

    /** What the plans of the days since 基準日 up to this one have done to a person, if it ended his insurance. */
    Optional<Fate> fate(int index) {
        int stride = stride();
        int which = index / stride;
        if (which >= touched()) {
            return Optional.empty();
        }
        int offset = index % stride;
        for (long day = offset == 0 ? stride : offset; day <= daysSince(); day += stride) {
            LocalDate date = population.baseDate().plusDays(day);
            Change change = on(date).change(which);
            if (change == Change.WRONG_RECORD || change == Change.MOVED_OUT || change == Change.DECEASED) {
                return Optional.of(new Fate(change, date));
            }
        }
        return Optional.empty();
    }

    private int stride() {
        return population.count() / Math.max(1, touched());
    }

    private long daysSince() {
        return ChronoUnit.DAYS.between(population.baseDate(), day);
    }

    private int share(int percent) {
        return (int) ((long) (records - unchanged) * percent / 100);
    }
}
