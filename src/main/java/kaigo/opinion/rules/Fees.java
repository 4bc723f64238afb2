package kaigo.opinion.rules;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 意見書作成料の表.
 *
 * @param yen 意見書作成料 in yen without tax, by 在宅施設区分 and 新規継続区分 of P03: "11" is 在宅 and 新規
 * @param taxPercent 消費税率
 * @param newAfterYears after how many years an opinion counts as 新規 again, or null for never
 * @param bounds 上限 in points, by code of P03; what has none is not in it
 */
public record Fees(
        Map<String, Integer> yen, int taxPercent, @Nullable Integer newAfterYears, Map<String, Integer> bounds) {

    public static final String HOME = "1";
    public static final String FACILITY = "2";
    public static final String NEW = "1";
    public static final String AGAIN = "2";

    public int yen(String place, String turn) {
        return Objects.requireNonNullElse(yen.get(place + turn), 0);
    }

    /** 消費税, in yen; what is less than one is dropped. */
    public int tax(int fee) {
        return fee * taxPercent / 100;
    }
}
