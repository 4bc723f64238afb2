package kaigo.committee;

import java.util.List;
import java.util.Optional;
import kaigo.committee.MeetingView.NotePlace;
import kaigo.committee.rules.Cutting;
import kaigo.committee.rules.PaperCase;
import kaigo.documents.PageView;

/**
 * 資料の一ページ.
 *
 * @param number from 1 on
 * @param picture how it looks and reads
 * @param note the member's own, or empty
 */
public record PageOfMeeting(MeetingView view, int number, PageView picture, String note) {

    /** Whose page it is; before the first case nobody's in particular. */
    public List<PaperCase> cases() {
        return Cutting.on(view.version().cases(), number);
    }

    public NotePlace place() {
        return place(view.version(), number);
    }

    /** Where a note on a page goes; of two cases on one page to the first. */
    static NotePlace place(Version version, int page) {
        Optional<PaperCase> first = Cutting.on(version.cases(), page).stream().findFirst();
        return first.map(one -> new NotePlace(one.id(), one.pageWithin(page)))
                .orElseGet(() -> new NotePlace(Cutting.BEFORE_ALL, page));
    }

    @Override
    public String toString() {
        return "PageOfMeeting[" + number + "]";
    }
}
