package kaigo.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kaigo.generate.Certification.Decision;
import kaigo.generate.Certification.Ending;
import kaigo.generate.Draw.Salt;
import kaigo.shared.InsuredCategory;
import org.jspecify.annotations.Nullable;

/**
 * 要介護認定の経過 of a person: from the first application through renewals, changes and lapses. It is the same on whatever
 * day it is looked at, only longer, so that the files of two days differ by what happened between them. 有効期間 by the
 * rules of 2021-04 (6, 12, 24, 36, 48 months, to the end of a month); shares are ours.
 */
final class CareCourse {
    private static final int[] RENEWALS = {12, 24, 36, 24, 12, 48};
    private static final int MOST_AFTER_CHANGE = 36;
    private static final LocalDate NEVER_BEFORE = LocalDate.of(2021, 4, 1);
    private static final int YEARS_AHEAD = 3 * 365;
    private static final String MOVED_IN = "01";

    private final Person person;
    private final Draw draw;
    private final LocalDate base;

    private CareCourse(Person person, Draw draw, LocalDate base) {
        this.person = person;
        this.draw = draw;
        this.base = base;
    }

    /**
     * The applications up to a day, in the order of their 履歴番号.
     *
     * @param base 基準日: the share of the certified holds on it
     * @param lostOn when the person ceased to be insured, or null; whatever is open then is withdrawn
     */
    static List<Certification> of(
            Person person, Draw draw, LocalDate base, @Nullable LocalDate lostOn, LocalDate until) {
        List<Certification> course = new ArrayList<>();
        for (Certification one : new CareCourse(person, draw, base).upTo(until)) {
            if (lostOn == null) {
                course.add(one);
            } else if (!one.appliedOn().isAfter(lostOn)) {
                course.add(one.cutOn(lostOn));
            }
        }
        return course;
    }

    /** Of somebody who came to be insured on this day: who moved here may be certified already. */
    static List<Certification> ofArrival(Person person, Draw draw, LocalDate day) {
        boolean moved = person.qualification().reason().equals(MOVED_IN);
        return moved && isCertified(person, draw, day) ? List.of(transfer(draw, day)) : List.of();
    }

    /** 転入: certified at once on the level of the former insurer, for six months. */
    private static Certification transfer(Draw draw, LocalDate day) {
        Decision period = new Decision(day, day.plusMonths(6).minusDays(1), 6);
        return new Certification(
                1, day, Certification.TRANSFER, CareLevels.severity(draw), Ending.CERTIFIED, day, period, null);
    }

    private List<Certification> upTo(LocalDate until) {
        List<Certification> course = new ArrayList<>();
        Certification held = null;
        Certification next = first();
        while (next != null && !next.appliedOn().isAfter(until)) {
            course.add(next);
            held = next.decided() == null ? held : next;
            next = after(next, held);
        }
        return course;
    }

    /** Whether the person ever applies. */
    static boolean applies(Person person, Draw draw, LocalDate base) {
        return isCertified(person, draw, base) || draw.below(1000, Salt.APPLIED_LATER) < 40;
    }

    private static boolean isCertified(Person person, Draw draw, LocalDate base) {
        LocalDate born = person.birth().date();
        int age = born == null ? 80 : (int) ChronoUnit.YEARS.between(born, base);
        return CareLevels.isCertified(age, draw);
    }

    private @Nullable Certification first() {
        if (isCertified(person, draw, base)) {
            return firstBefore(person.qualification().lostOn());
        }
        return applies(person, draw, base)
                ? application(1, base.plusDays(1L + draw.again(0).below(YEARS_AHEAD, Salt.APPLIED)), null)
                : null;
    }

    /** Up to five years back, after the person came to be insured. */
    private Certification firstBefore(@Nullable LocalDate lostOn) {
        Person.Qualification qualified = person.qualification();
        if (qualified.reason().equals(MOVED_IN)
                && draw.below(2, Salt.KIND) == 0
                && !qualified.from().isBefore(NEVER_BEFORE)) {
            return transfer(draw, qualified.from());
        }
        LocalDate end = lostOn == null || lostOn.isAfter(base) ? base : lostOn;
        LocalDate earliest = qualified.from().isBefore(NEVER_BEFORE) ? NEVER_BEFORE : qualified.from();
        int room = Math.max(1, (int) ChronoUnit.DAYS.between(earliest, end));
        return application(1, end.minusDays(draw.below(room, Salt.APPLIED)), null);
    }

    /** @param held the certification that was in force last, or null */
    private @Nullable Certification after(Certification last, @Nullable Certification held) {
        int number = last.historyNo() + 1;
        Draw again = draw.again(number);
        boolean returns = again.below(100, Salt.LAPSE) < 50;
        if (held == null) {
            return returns
                    ? application(number, last.endedOn().plusDays(60L + again.below(300, Salt.APPLIED)), null)
                    : null;
        }
        Decision period = Objects.requireNonNull(held.decided());
        if (last == held && period.months() >= 12 && again.below(100, Salt.OPEN) < 14) {
            int room = period.months() * 30 - 150;
            return change(number, period.validFrom().plusDays(75L + again.below(room, Salt.APPLIED)), held);
        }
        boolean failed = last != held && last.type().equals(Certification.RENEWAL);
        if (failed || again.below(100, Salt.OPEN_SINCE) < 6) {
            LocalDate anew = period.validTo().plusDays(60L + again.below(200, Salt.APPLIED));
            return returns ? application(number, anew, held) : null;
        }
        return renewal(number, period.validTo().minusDays(10L + again.below(48, Salt.APPLIED)), held);
    }

    /** 申請: what an application asks for. @param before the certification in force before it, or null */
    private record Filed(
            int number,
            LocalDate on,
            String type,
            int severity,
            @Nullable Certification before) {}

    private Certification application(int number, LocalDate applied, @Nullable Certification before) {
        int chance = person.qualification().category() == InsuredCategory.FIRST
                ? draw.again(number).below(1000, Salt.ENDING)
                : 999;
        Ending ending = Ending.CERTIFIED;
        if (chance < 20) {
            ending = Ending.WITHDRAWN;
        } else if (chance < 30) {
            ending = Ending.REJECTED;
        } else if (chance < 55) {
            ending = Ending.NOT_ELIGIBLE;
        } else if (chance < 60) {
            ending = Ending.CANCELLED;
        }
        int severity = before == null ? Math.max(0, CareLevels.severity(draw) - 1) : before.severity();
        return ended(new Filed(number, applied, Certification.NEW, severity, before), ending);
    }

    private Certification change(int number, LocalDate applied, Certification before) {
        int chance = draw.again(number).below(1000, Salt.ENDING);
        Ending ending = chance < 50 ? Ending.WITHDRAWN : chance < 65 ? Ending.REJECTED : Ending.CERTIFIED;
        int severity = Math.min(CareLevels.CODES.size() - 1, before.severity() + 1);
        return ended(new Filed(number, applied, Certification.CHANGE, severity, before), ending);
    }

    private Certification renewal(int number, LocalDate applied, Certification before) {
        Draw again = draw.again(number);
        int turn = again.below(10, Salt.CARE_LEVEL);
        int step = turn == 0 ? -1 : turn < 7 ? 0 : 1;
        int severity = Math.clamp(before.severity() + step, 0, CareLevels.CODES.size() - 1);
        Ending ending = again.below(1000, Salt.ENDING) < 8 ? Ending.NOT_ELIGIBLE : Ending.CERTIFIED;
        return ended(new Filed(number, applied, Certification.RENEWAL, severity, before), ending);
    }

    private Certification ended(Filed filed, Ending ending) {
        LocalDate endedOn = filed.on().plusDays(days(ending, draw.again(filed.number())));
        Decision period = ending == Ending.CERTIFIED ? period(filed) : null;
        return new Certification(
                filed.number(), filed.on(), filed.type(), filed.severity(), ending, endedOn, period, filed.before());
    }

    /** 25 to 44 days to a decision, now and then far more. */
    private static int days(Ending ending, Draw again) {
        int step = again.below(20, Salt.DECIDED);
        return switch (ending) {
            case CERTIFIED, NOT_ELIGIBLE -> again.below(100, Salt.OPEN_SINCE) >= 94 ? 46 + step : 25 + step;
            case REJECTED -> 30 + step;
            case WITHDRAWN, CANCELLED -> 3 + step;
        };
    }

    private Decision period(Filed filed) {
        Draw again = draw.again(filed.number());
        Certification before = filed.before();
        Decision held = before == null ? null : before.decided();
        if (before != null && held != null && filed.type().equals(Certification.RENEWAL)) {
            int months = RENEWALS[again.below(RENEWALS.length, Salt.MONTHS)];
            months = filed.severity() == before.severity() ? months : Math.min(months, MOST_AFTER_CHANGE);
            LocalDate from = held.validTo().plusDays(1);
            return new Decision(from, from.plusMonths(months).minusDays(1), months);
        }
        int months = 6 + 6 * again.below(2, Salt.MONTHS);
        LocalDate lastMonth = filed.on().getDayOfMonth() == 1 ? filed.on().minusDays(1) : filed.on();
        LocalDate to = lastMonth.plusMonths(months).with(TemporalAdjusters.lastDayOfMonth());
        return new Decision(filed.on(), to, months);
    }
}
