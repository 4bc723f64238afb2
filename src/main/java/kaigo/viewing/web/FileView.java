package kaigo.viewing.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import kaigo.access.rules.Reason;
import kaigo.insured.Banner;
import kaigo.intake.Freshness.LastLink;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Sex;
import org.jspecify.annotations.Nullable;

/**
 * 一つの保険者の記録: who it is there, what of a tab is shown, and why the rest is not.
 *
 * @param handle of the person there
 * @param link null if it could not be read
 * @param banner null: not even who it is may be shown
 * @param closed why nothing at all is shown; null if something is, or if it could not be read just now
 * @param content of the tab; null if there is none to show
 */
public record FileView<T>(
        String handle,
        String insurerName,
        String insurerNumber,
        @Nullable LastLink link,
        @Nullable Banner banner,
        @Nullable Reason closed,
        List<Refusal> refusals,
        @Nullable T content,
        @Nullable LocalDate lostOn,
        LocalDate today) {

    /** 昭和9年6月11日（1934/06/11）92歳. */
    public String birth() {
        if (banner == null) {
            return "—";
        }
        LocalDate day = banner.birthDate();
        if (day == null) {
            return banner.birthDateText() == null ? ScreenText.text("person.birth.unknown") : banner.birthDateText();
        }
        int age = Period.between(day, today).getYears();
        return JapaneseDates.both(day) + "　" + ScreenText.text("person.age", age);
    }

    public String sex() {
        return banner == null ? "" : Sex.ofCode(banner.sex()).map(Sex::label).orElse("");
    }

    public String lastLink() {
        return link == null || link.last() == null ? ScreenText.text("person.link.none") : Moments.show(link.last());
    }

    public boolean isLate() {
        return link != null && link.isLate();
    }

    public boolean isLost() {
        return lostOn != null && !today.isBefore(lostOn);
    }

    @Override
    public String toString() {
        return "FileView[…]";
    }
}
