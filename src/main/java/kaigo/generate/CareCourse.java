package kaigo.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import kaigo.generate.Certification.Decision;
import kaigo.generate.Draw.Salt;
import org.jspecify.annotations.Nullable;

/**
 * 要介護認定の経過 of a person up to a day: from the first certification through its renewals to the one in force, and an
 * application that is open. 有効期間 by the rules of 2021-04 (6, 12, 24, 36, 48 months, to the end of a month).
 */
final class CareCourse {
    private static final int[] RENEWALS = {12, 24, 36, 24, 12, 48};
    private static final int RENEWAL_FROM = 60;
    private static final LocalDate NEVER_BEFORE = LocalDate.of(2021, 4, 1);

    private final Person person;
    private final Draw draw;
    private final LocalDate day;

    private CareCourse(Person person, Draw draw, LocalDate day) {
        this.person = person;
        this.draw = draw;
        this.day = day;
    }

    /** The certifications in the order of their 履歴番号; none of somebody who was never certified. */
    static List<Certification> of(Person person, Draw draw, LocalDate day) {
        LocalDate born = person.birth().date();
        int age = born == null ? 80 : (int) ChronoUnit.YEARS.between(born, day);
        return CareLevels.isCertified(age, draw) ? new CareCourse(person, draw, day).course() : List.of();
    }

    private List<Certification> course() {
        List<Certification> course = new ArrayList<>();
        LocalDate end = day;
        LocalDate lost = person.qualification().lostOn();
        if (lost != null && lost.isBefore(end)) {
            end = lost;
        }
        LocalDate applied = firstApplication(end);
        Certification last = first(applied, Math.max(0, CareLevels.severity(draw) - 1));
        course.add(last);
        while (last.decided() != null && !last.decided().validTo().isAfter(end)) {
            last = renewal(last, last.decided());
            course.add(last);
        }
        Decision decided = last.decided();
        if (decided != null && lost == null) {
            Certification open = open(last, decided);
            if (open != null) {
                course.add(open);
            }
        }
        return course;
    }

    /** Up to five years back, after the person came to be insured. */
    private LocalDate firstApplication(LocalDate end) {
        LocalDate earliest = person.qualification().from();
        if (earliest.isBefore(NEVER_BEFORE)) {
            earliest = NEVER_BEFORE;
        }
        int room = Math.max(1, (int) ChronoUnit.DAYS.between(earliest, end) - 45);
        return end.minusDays(45L + draw.below(room, Salt.APPLIED));
    }

    private Certification first(LocalDate applied, int severity) {
        int months = 6 + 6 * draw.below(2, Salt.MONTHS);
        LocalDate to = applied.plusMonths(months).with(TemporalAdjusters.lastDayOfMonth());
        return new Certification(
                1,
                applied,
                Certification.NEW,
                Certification.CERTIFIED,
                severity,
                new Decision(certifiedOn(applied, 1), applied, to, months),
                null);
    }

    private Certification renewal(Certification before, Decision decided) {
        int number = before.historyNo() + 1;
        int months = RENEWALS[draw.again(number).below(RENEWALS.length, Salt.MONTHS)];
        LocalDate from = decided.validTo().plusDays(1);
        LocalDate to = from.plusMonths(months).minusDays(1);
        LocalDate applied = from.minusDays(20 + draw.again(number).below(35, Salt.APPLIED));
        int severity = Math.min(6, before.severity() + draw.again(number).below(5, Salt.CARE_LEVEL) / 3);
        return new Certification(
                number,
                applied,
                Certification.RENEWAL,
                Certification.CERTIFIED,
                severity,
                new Decision(certifiedOn(applied, number), from, to, months),
                before);
    }

    /** Who may renew and most do; a few ask for another level; somebody withdraws. */
    private @Nullable Certification open(Certification last, Decision decided) {
        int chance = draw.below(100, Salt.OPEN);
        boolean renews = ChronoUnit.DAYS.between(day, decided.validTo()) < RENEWAL_FROM && chance < 70;
        if (!renews && chance < 97) {
            return null;
        }
        int ago = draw.below(30, Salt.OPEN_SINCE);
        LocalDate applied = day.minusDays(ago);
        String status = chance == 99 ? Certification.WITHDRAWN : statusAfter(ago);
        return new Certification(
                last.historyNo() + 1,
                applied,
                renews ? Certification.RENEWAL : Certification.CHANGE,
                status,
                Math.min(6, last.severity() + 1),
                null,
                last);
    }

    private static String statusAfter(int days) {
        if (days < 4) {
            return Certification.ACCEPTED;
        }
        if (days < 11) {
            return "02";
        }
        if (days < 22) {
            return Certification.SURVEYED;
        }
        return days < 26 ? Certification.JUDGED : "05";
    }

    /** 25 to 44 days after the application, and never ahead of the day. */
    private LocalDate certifiedOn(LocalDate applied, int number) {
        LocalDate certified = applied.plusDays(25 + draw.again(number).below(20, Salt.DECIDED));
        return certified.isAfter(day) ? day : certified;
    }
}
