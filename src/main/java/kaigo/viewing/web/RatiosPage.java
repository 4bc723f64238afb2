package kaigo.viewing.web;

import java.util.List;
import kaigo.cards.RatioYear;
import kaigo.screens.Pager;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * 負担割合の年度更新.
 *
 * @param year in which the new ones hold
 * @param everybody not only those whose ratio changes
 */
public record RatiosPage(RatioYear year, boolean everybody, List<RatioRow> rows, Pager pager) {

    static final String PATH = UsersPage.PATH + "/ratios";

    static String address(boolean everybody) {
        return everybody ? PATH + "?everybody=true" : PATH;
    }

    public String lead() {
        return ScreenText.text("ratios.lead", JapaneseDates.both(year.first()));
    }

    public String before() {
        return ScreenText.text("ratios.before", JapaneseDates.both(year.first().minusDays(1)));
    }

    public String after() {
        return ScreenText.text("ratios.after", JapaneseDates.both(year.first()));
    }

    public String csv() {
        return address(everybody).replace(PATH, PATH + ".csv");
    }

    /** That the CSV has not all of them, or null. */
    public @Nullable String cut() {
        return ListCsv.notice(pager.total());
    }

    @Override
    public String toString() {
        return "RatiosPage[…]";
    }
}
