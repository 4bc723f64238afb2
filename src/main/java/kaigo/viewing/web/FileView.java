package kaigo.viewing.web;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Reason;
import kaigo.insured.Banner;
import kaigo.intake.Freshness.LastLink;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Sex;
import kaigo.viewing.AccessEnd;
import kaigo.viewing.News;
import org.jspecify.annotations.Nullable;

/**
 * 一つの保険者の記録: who it is there, what of a tab is shown, and why the rest is not.
 *
 * @param side whose page it is
 * @param handle of the person there
 * @param link null if it could not be read
 * @param banner null: not even who it is may be shown
 * @param closed why nothing at all is shown; null if something is, or if it could not be read just now
 * @param content of the tab; null if there is none to show
 * @param isProtected 支援措置, which only the insurer is told
 * @param end until when the institution may look; null on the insurer's side
 * @param startsOn 利用開始日 of an insurer that has not started, if it is settled
 * @param news what changed on the tab since the office looked at it last, or null
 */
public record FileView<T>(
        Side side,
        String handle,
        String insurerName,
        String insurerNumber,
        @Nullable LastLink link,
        @Nullable Banner banner,
        @Nullable Reason closed,
        List<Refusal> refusals,
        @Nullable T content,
        @Nullable LocalDate lostOn,
        @Nullable News news,
        @Nullable AccessEnd end,
        @Nullable LocalDate startsOn,
        boolean isProtected,
        LocalDate today) {

    /** Address of the person's page. */
    public String path() {
        return side.list() + "/" + handle;
    }

    /** What a part of the page is called that stands there once for each file: with its insurer. */
    public String named(String key) {
        return ScreenText.text("person.named", ScreenText.text(key), insurerName);
    }

    /** The same, of whoever is under 支援措置 or not. */
    FileView<T> protecting(boolean protectedPerson) {
        return new FileView<>(
                side,
                handle,
                insurerName,
                insurerNumber,
                link,
                banner,
                closed,
                refusals,
                content,
                lostOn,
                news,
                end,
                startsOn,
                protectedPerson,
                today);
    }

    /** Until when the institution may look, or null. */
    public @Nullable String until() {
        return end == null || end.viewableUntil() == null ? null : JapaneseDates.both(end.viewableUntil());
    }

    /** The last day on which past certifications help with an opinion, or null. */
    public @Nullable String windowEnds() {
        return end == null || end.windowEnds() == null
                ? null
                : ScreenText.text(
                        "person.window.until",
                        JapaneseDates.both(end.windowEnds()),
                        ChronoUnit.DAYS.between(today, end.windowEnds()));
    }

    /** What is said of this reason: why, and what to do next. */
    public String sentence(Reason reason) {
        String starts = reason == Reason.MUNICIPALITY_NOT_STARTED && startsOn != null
                ? ScreenText.text("userForm.startsOn", JapaneseDates.both(startsOn))
                : "";
        return reason.sentence() + starts;
    }

    public boolean isOfOffice() {
        return side == Side.OFFICE;
    }

    /** 昭和9年6月11日（1934/06/11）92歳. */
    public String birth() {
        if (banner == null) {
            return "—";
        }
        LocalDate day = banner.birthDate();
        return day == null
                ? birthDate(banner)
                : birthDate(banner)
                        + "　"
                        + ScreenText.text(
                                "person.age", Period.between(day, today).getYears());
    }

    /** Without the age; 不詳 in words. */
    static String birthDate(Banner banner) {
        LocalDate day = banner.birthDate();
        if (day == null) {
            return banner.birthDateText() == null ? ScreenText.text("person.birth.unknown") : banner.birthDateText();
        }
        return JapaneseDates.both(day);
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

    public boolean isNew(Kind kind) {
        return news != null && news.changed().contains(kind);
    }

    /** What changed since the last look, in words; null if nothing did. */
    public @Nullable String changed() {
        if (news == null || news.before() == null || news.changed().isEmpty()) {
            return null;
        }
        String what = news.changed().stream()
                .sorted()
                .map(kind -> ScreenText.text("kind." + kind))
                .collect(Collectors.joining("、"));
        return ScreenText.text(
                news.looked() ? "person.changed" : "person.changed.unseen", JapaneseDates.both(news.before()), what);
    }

    @Override
    public String toString() {
        return "FileView[…]";
    }
}
