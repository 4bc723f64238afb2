package kaigo.committee.web;

import java.util.List;
import java.util.Map;
import kaigo.committee.MeetingView;
import kaigo.committee.MeetingView.OwnLevel;
import kaigo.committee.rules.Change;
import kaigo.committee.rules.Level;
import kaigo.committee.rules.PaperCase;
import kaigo.committee.rules.Split;
import kaigo.committee.web.CommitteePages.Typed;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 担当の審査会.
 *
 * @param names of the members, by login; of those who are not the 合議体長 empty
 * @param typed what was not saved, or null
 */
public record MeetingPage(
        MeetingView view,
        Map<String, String> names,
        @Nullable Typed typed,
        @Nullable String message) {

    public @Nullable String problem() {
        return typed == null ? null : typed.problem();
    }

    /** Id of the field that is wrong. */
    public String wrongField() {
        List<LevelForm> forms = view.version().cases().stream().map(this::level).toList();
        return typed == null ? "" : LevelForm.wrongField(forms, typed.place().caseId());
    }

    public String address() {
        return CommitteePages.PATH + "/" + view.meeting().id();
    }

    public LevelForm level(PaperCase one) {
        return LevelForm.of(view, one, 0, typed);
    }

    /** What the version did to it, if there was one before. */
    public static String change(MeetingView view, PaperCase one) {
        Change change = view.version().changes().get(one.id());
        return change == null ? "" : ScreenText.text("committee.change." + change);
    }

    public static boolean isChanged(MeetingView view, PaperCase one) {
        Change change = view.version().changes().get(one.id());
        return change == Change.ADDED || change == Change.PAGES;
    }

    public long differing() {
        return view.splits().stream().filter(Split::differs).count();
    }

    public static String levelOf(Split split, String login) {
        Level level = split.levels().get(login);
        return level == null ? "—" : ScreenText.text("committee.level." + level);
    }

    public List<String> members() {
        return List.copyOf(names.keySet());
    }

    /** The first page that he has not read. */
    public int nextPage() {
        for (int page = 1; page <= view.version().pages(); page++) {
            if (!view.read().contains(page)) {
                return page;
            }
        }
        return 1;
    }

    public static String own(@Nullable OwnLevel level) {
        return level == null ? "—" : ScreenText.text("committee.level." + level.level());
    }

    @Override
    public String toString() {
        return "MeetingPage[" + view.meeting().id() + "]";
    }
}
