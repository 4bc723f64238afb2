package kaigo.viewing.web;

import kaigo.insured.Banner;
import kaigo.shared.InsuredNumber;
import org.jspecify.annotations.Nullable;

/**
 * 負担割合の年度更新の一行.
 *
 * @param handle of the person, for addresses
 * @param banner null: who it is, is not shown
 * @param before 割合 until July, in words; null if it is not known, or not shown
 * @param after from August, likewise
 */
public record RatioRow(
        String handle,
        String insurerName,
        InsuredNumber number,
        @Nullable Banner banner,
        @Nullable String before,
        @Nullable String after,
        boolean changes) {

    @Override
    public String toString() {
        return "RatioRow[…]";
    }
}
