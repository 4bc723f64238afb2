package kaigo.committee.web;

import java.util.List;
import kaigo.committee.MeetingView;
import kaigo.committee.MeetingView.OwnLevel;
import kaigo.committee.rules.Level;
import kaigo.committee.rules.PaperCase;
import kaigo.committee.web.CommitteePages.Typed;
import org.jspecify.annotations.Nullable;

/**
 * 事前の判定 of a case, to be entered in place.
 *
 * @param path of the form
 * @param page where to go on; 0: the page of the meeting
 * @param chosen name of a {@link Level}, or empty
 * @param problem what is wrong with it, or null
 * @param open before the meeting's time
 */
public record LevelForm(
        String path,
        int page,
        PaperCase of,
        String chosen,
        String reason,
        @Nullable String problem,
        boolean open) {

    static LevelForm of(MeetingView view, PaperCase one, int page, @Nullable Typed typed) {
        String path = CommitteePages.PATH + "/" + view.meeting().id() + "/levels";
        boolean again = typed != null
                && view.levelsOpen()
                && typed.place().caseId() == one.id()
                && typed.place().page() == 0;
        if (typed != null && again) {
            return new LevelForm(path, page, one, typed.level(), typed.words(), typed.problem(), view.levelsOpen());
        }
        OwnLevel own = view.own().get(one.id());
        return new LevelForm(
                path,
                page,
                one,
                own == null ? "" : own.level().name(),
                own == null ? "" : own.reason(),
                null,
                view.levelsOpen());
    }

    /** Id of what is wrong: a form that is closed has no field, and a case may not be there any more. */
    static String wrongField(List<LevelForm> forms, int caseId) {
        return forms.stream()
                .filter(form -> form.of().id() == caseId)
                .findFirst()
                .map(form -> (form.open() ? "reason-" : "case-") + caseId)
                .orElse("main");
    }

    public List<Level> levels() {
        return List.of(Level.values());
    }

    @Override
    public String toString() {
        return "LevelForm[" + of.id() + "]";
    }
}
