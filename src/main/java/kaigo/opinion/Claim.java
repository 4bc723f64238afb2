package kaigo.opinion;

import java.time.Instant;
import java.util.Map;
import kaigo.opinion.Letter.Answered;
import kaigo.opinion.rules.ClaimAct;
import kaigo.opinion.rules.ClaimState;
import org.jspecify.annotations.Nullable;

/**
 * 意見書作成料の請求, its newest version.
 *
 * @param number 請求書番号
 * @param last what was done last
 * @param items as typed, by code of P03
 * @param form of the page it was sent from
 */
public record Claim(
        int number,
        int version,
        ClaimAct last,
        ClaimState state,
        Map<String, String> items,
        String form,
        Instant sentAt,
        @Nullable Answered answered) {

    @Override
    public String toString() {
        return "Claim[" + number + "]";
    }
}
