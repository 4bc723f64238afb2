package kaigo.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.generate.Draw.Salt;
import kaigo.generate.ServiceUse.Use;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.K01;

/**
 * 給付実績の提供情報のレコード (K01; rulings 29): a month's services, known from the 25th of the next month on, when the claims
 * have been reviewed; a few are held back or returned and decided a month later. Shares are ours.
 */
final class ClaimRows {
    static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

    private static final Layout CLAIM = Layouts.newest("K01").orElseThrow();
    private static final int MONTHS_BEFORE_BASE = 4;
    private static final int REVIEWED_ON = 25;
    private static final String DECIDED = "1";
    private static final String RETURNED = "2";
    private static final String HELD = "3";

    private ClaimRows() {}

    static List<Row> claims(Insured insured) {
        YearMonth first = YearMonth.from(insured.base()).minusMonths(MONTHS_BEFORE_BASE);
        return Stream.iterate(first, month -> !reviewedOn(month).isAfter(insured.day()), month -> month.plusMonths(1))
                .flatMap(month -> claims(insured, month))
                .toList();
    }

    private static LocalDate reviewedOn(YearMonth month) {
        return month.plusMonths(1).atDay(REVIEWED_ON);
    }

    private static Stream<Row> claims(Insured insured, YearMonth month) {
        ServiceUse use = new ServiceUse(insured);
        LocalDate begin = month.atDay(1);
        LocalDate lostOn = insured.lostOn();
        boolean isLost = lostOn != null && lostOn.isBefore(begin);
        Optional<Certification> inForce = decidedInTime(insured, month);
        return inForce.isEmpty() || isLost || use.since().isAfter(begin)
                ? Stream.empty()
                : use.uses(inForce.get()).stream().map(one -> claim(insured, month, one));
    }

    /** What is decided later changes no claim of the past. */
    private static Optional<Certification> decidedInTime(Insured insured, YearMonth month) {
        return insured.certifications()
                .filter(one -> !one.endedOn().isAfter(month.atEndOfMonth()))
                .filter(one -> one.isInForceOn(month.atDay(1)))
                .reduce((earlier, later) -> later);
    }

    private static Row claim(Insured insured, YearMonth month, Use use) {
        Row row = insured.row(CLAIM);
        row.set(K01.SERVICE_MONTH, month.format(MONTH));
        row.set(K01.CLAIMING_OFFICE, use.office().number());
        row.set(
                K01.SUBCONTRACTED_OFFICE,
                use.subcontracted()
                        .map(FictitiousInstitutions.Institution::number)
                        .orElse(null));
        row.set(K01.SERVICE_TYPE, use.service());
        long which =
                month.getYear() * 12L + month.getMonthValue() + use.service().hashCode();
        int chance = insured.draw().again(which).below(100, Salt.CLAIM);
        boolean isFirstReview = insured.day().isBefore(reviewedOn(month.plusMonths(1)));
        row.set(K01.REVIEW_RESULT, !isFirstReview || chance >= 3 ? DECIDED : chance == 0 ? RETURNED : HELD);
        return row;
    }
}
