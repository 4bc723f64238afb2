package kaigo.viewing.web;

import java.time.LocalDate;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/** 期間の表示. */
final class Periods {

    private Periods() {}

    /** 令和8年4月1日（2026/04/01）から令和9年3月31日（2027/03/31）まで. */
    static String text(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return ScreenText.text("period.none");
        }
        return (from == null ? "" : ScreenText.text("period.from", JapaneseDates.both(from)))
                + (to == null ? "" : ScreenText.text("period.to", JapaneseDates.both(to)));
    }
}
