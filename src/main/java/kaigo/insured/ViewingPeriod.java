package kaigo.insured;

import java.time.LocalDate;
import java.time.YearMonth;
import kaigo.access.rules.Amount;
import kaigo.access.rules.Proposals;
import org.springframework.stereotype.Component;

/**
 * 閲覧有効期限: its length is not public (「一定期間」). Proposed, ours: until the last day of the third month after 本人確認, and of
 * the third month after a month of service that was claimed (webservice.md 4; {@link Amount}).
 */
@Component
public class ViewingPeriod {

    private final Proposals proposals;

    ViewingPeriod(Proposals proposals) {
        this.proposals = proposals;
    }

    /** The last day, inclusive. */
    public LocalDate endOf(LocalDate verifiedOn) {
        return YearMonth.from(verifiedOn)
                .plusMonths(proposals.amount(Amount.VIEWING_MONTHS_AFTER_CHECK))
                .atEndOfMonth();
    }

    /** Whether it ends within days, and has not ended yet. */
    public boolean endsSoon(LocalDate until, LocalDate today) {
        return !until.isBefore(today)
                && !until.isAfter(today.plusDays(proposals.amount(Amount.DAYS_WARNED_BEFORE_END)));
    }

    /** Expired before this day, the row leaves the list for good (rulings 28). */
    LocalDate forgottenBefore(LocalDate today) {
        return today.minusMonths(proposals.amount(Amount.MONTHS_EXPIRED_IN_LIST));
    }

    /**
     * 期限前の再確認: whether the office has gone without a claim for as many whole months as are proposed, and may still look
     * (rulings 29).
     *
     * @param servedIn a day of the last month of 本人確認 or of an accepted claim
     */
    public boolean needsRecheck(LocalDate servedIn, LocalDate until, LocalDate today) {
        return servedIn.isBefore(proposals.unclaimedBefore(today)) && !until.isBefore(today);
    }
}
