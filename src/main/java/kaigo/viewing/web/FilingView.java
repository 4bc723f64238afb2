package kaigo.viewing.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.access.PersonKey;
import kaigo.filing.FilingAnswer;
import kaigo.filing.FilingReply;
import kaigo.filing.Filings;
import kaigo.filing.rules.Filing;
import kaigo.filing.rules.FilingCourse;
import kaigo.filing.rules.FilingKind;
import kaigo.filing.rules.FilingState;
import kaigo.layout.Item.DateItem;
import kaigo.layout.Item.TextItem;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M02;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.JapaneseDates;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * 計画作成依頼届出: what was filed of each kind, and who stands on the newest 被保険者証 as 居宅介護支援事業者等.
 *
 * @param course what was filed; null: not for this viewer
 * @param office the viewer's own number, or null for the municipality
 * @param may whether the viewer may file; null for the municipality
 * @param served the kinds that the viewer files, each with whether it does so in its own name
 */
public record FilingView(
        List<Filed> filed,
        @Nullable FilingCourse course,
        @Nullable String office,
        @Nullable FilingReply may,
        Map<FilingKind, Boolean> served) {

    /** @param filedOn 届出年月日 */
    public record Filed(String officeNumber, String name, String filedOn) {}

    static FilingView of(Leaf leaf) {
        List<Filed> onCard = ShownRecord.list("M02", leaf.parts().getOrDefault(Part.CARDS, "[]")).stream()
                .filter(card -> !card.has(M02.VOIDED_ON))
                .findFirst()
                .map(FilingView::filed)
                .orElseGet(List::of);
        return new FilingView(onCard, leaf.filings().orElse(null), null, null, Map.of());
    }

    /** For an office, with what it may do. */
    FilingView of(InstitutionViewer viewer, Filings filings, PersonKey person) {
        return new FilingView(
                filed,
                course,
                viewer.institution().number(),
                filings.ask(viewer, person),
                filings.served(viewer.institution()));
    }

    private static List<Filed> filed(ShownRecord card) {
        return Stream.of(
                        filed(
                                card,
                                M02.CARE_MANAGERS1_OFFICE_NUMBER,
                                M02.CARE_MANAGERS1_NAME,
                                M02.CARE_MANAGERS1_FILED_ON),
                        filed(
                                card,
                                M02.CARE_MANAGERS2_OFFICE_NUMBER,
                                M02.CARE_MANAGERS2_NAME,
                                M02.CARE_MANAGERS2_FILED_ON),
                        filed(
                                card,
                                M02.CARE_MANAGERS3_OFFICE_NUMBER,
                                M02.CARE_MANAGERS3_NAME,
                                M02.CARE_MANAGERS3_FILED_ON))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Filed> filed(ShownRecord card, TextItem number, TextItem name, DateItem day) {
        return card.text(number).map(office -> new Filed(office, card.text(name).orElse(""), Entry.text(card, day)));
    }

    public boolean mayFile() {
        return course != null && may != null && may.isSent();
    }

    /** Why the viewer may not, or null. */
    public @Nullable FilingAnswer bar() {
        return course == null || may == null || may.isSent() ? null : may.answer();
    }

    /** 提出状況 of each kind. */
    public List<KindCard> cards() {
        return course == null
                ? List.of()
                : Arrays.stream(FilingKind.values())
                        .map(kind -> card(course, kind))
                        .toList();
    }

    /** Every act, the newest first. */
    public List<Filing> all() {
        return course == null ? List.of() : course.all();
    }

    /** What holds now of a kind. */
    Optional<Filing> active(FilingKind kind) {
        return Optional.ofNullable(course).flatMap(known -> known.active(kind));
    }

    /** What a form about a kind begins with: what came back to this office, else what it would correct. */
    Optional<Filing> before(FilingKind kind, String self) {
        return Optional.ofNullable(course)
                .flatMap(known -> known.last(kind, self)
                        .filter(last -> last.state() == FilingState.RETURNED
                                && !last.made().ends())
                        .or(() -> known.active(kind)
                                .filter(active -> active.made().isOf(self))));
    }

    private KindCard card(FilingCourse course, FilingKind kind) {
        Filing active = course.active(kind).orElse(null);
        Filing returned = course.last(kind, office)
                .filter(last -> last.state() == FilingState.RETURNED && !isOvertaken(last, active))
                .orElse(null);
        boolean own = active != null && office != null && active.made().isOf(office);
        return new KindCard(kind, active, returned, own, mayFile() && served.containsKey(kind));
    }

    /** Another office has filed since. */
    private boolean isOvertaken(Filing returned, @Nullable Filing active) {
        return active != null
                && active.made().number() > returned.made().number()
                && !active.made().isOf(returned.made().filedBy());
    }

    /**
     * @param active what holds now, or null
     * @param returned the viewer's own last act, if it came back
     * @param own whether the viewer may end it
     * @param mayFile whether the viewer may file it
     */
    public record KindCard(
            FilingKind kind,
            @Nullable Filing active,
            @Nullable Filing returned,
            boolean own,
            boolean mayFile) {

        public String name() {
            return ScreenText.text("filing.kind." + kind);
        }
    }

    public boolean isOwn(String number) {
        return number.equals(office);
    }

    public static String state(Filing filing) {
        return ScreenText.text("filing.state." + filing.state());
    }

    /** Class of the style sheet. */
    public static String mark(Filing filing) {
        return switch (filing.state()) {
            case SENT -> "state state-wait";
            case RECEIVED -> "state state-run";
            case ACCEPTED -> "state state-done";
            case RETURNED -> "state state-warn";
            case CORRECTED, SUPERSEDED, ABOLISHED -> "state state-over";
        };
    }

    /** 提出 or 廃止 in words. */
    public static String act(Filing filing) {
        return ScreenText.text(filing.made().ends() ? "filing.act.end" : "filing.act.file");
    }

    public static String sent(Filing filing) {
        return Moments.show(filing.made().sentAt());
    }

    /** Reason and words of a 差戻し, for the municipality and the office that it was said to. */
    public String why(Filing filing) {
        if (office != null && !filing.made().isOf(office)) {
            return "";
        }
        var answer = filing.made().answer();
        String reason = answer.reason() == null ? "" : ScreenText.text("outbox.reason." + answer.reason());
        return answer.remark().isEmpty() ? reason : ScreenText.text("filing.why", reason, answer.remark());
    }

    /** From when on another has its place, or it ended; empty for one that holds. */
    public static String ended(Filing filing) {
        return filing.endsOn() == null
                ? ""
                : ScreenText.text("filing.ended." + filing.state(), JapaneseDates.both(filing.endsOn()));
    }

    @Override
    public String toString() {
        return "FilingView[…]";
    }
}
